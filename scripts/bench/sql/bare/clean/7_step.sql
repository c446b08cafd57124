-- Where each subject of cleaning stands and since when. Events are gathered by record, then by person: most tell each step once,
-- in order, and need no walk. Days are gathered 19 bits each; what is told twice is gone from them.
create table record_course as
select record_hash,
  count(*) as events,
  bit_or((1 << position) | if(position = 6 and result is distinct from 1, 128, 0)) as bits,
  bit_xor(case when position <= 3
    then (1 << position) | (((event_order >> 3) & 524287) << (19 * position - 15)) else 0 end) as early,
  bit_xor(case when position > 3
    then (1 << (position - 3)) | (((event_order >> 3) & 524287) << (19 * position - 72)) else 0 end) as late,
  min(event_order * 2 + if(result <> 1, 1, 0)) as first_told,
  max(event_order) as last_order
from event anti join event_left_out using (event_id)
group by record_hash;
-- The key by which events name a person; one that names two names neither.
create table record_person as
with named as (
  select record_hash, min(exact_key) as exact_key, max(exact_key) as other_key from keyed where key_sent group by record_hash
), linked as (
  select record_hash, coalesce(one.person_id, named.exact_key) as person_id, coalesce(other.person_id, other_key) as other_id
  from named
  left join person_link as one on one.exact_key = named.exact_key
  left join person_link as other on other.exact_key = other_key
)
select record_hash, person_id from linked where person_id = other_id;
create table event_course as
with told as (
  select person_id, sum(events) as events, bit_or(bits) as bits, bit_xor(early) as early, bit_xor(late) as late,
    min(first_told) as first_told, max(last_order) as last_order
  from record_course join record_person using (record_hash) anti join (from person where basis = 'passport') using (person_id)
  group by person_id
), dated as (
  select person_id,
    events,
    bits & 126 as steps_told,
    bits & 128 > 0 as wrong_again,
    first_told >> 1 as first_order,
    last_order,
    (first_order & 7) = 3 as has_central,
    has_central and first_told & 1 = 1 as central_wrong,
    events > bit_count(steps_told) as said_twice,
    has_central and early & 14 = steps_told & 6 and steps_told & 6 > 0 as compared_twice,
    case when bits & 2 > 0 then (early >> 4) & 524287 end as listed,
    case when bits & 4 > 0 then (early >> 23) & 524287 end as reviewed,
    case
      when bits & 8 = 0 or (has_central and not said_twice) then null
      when has_central then xor((early >> 42) & 524287, first_order >> 3)
      else (early >> 42) & 524287
    end as matched,
    case when bits & 16 > 0 then (late >> 4) & 524287 end as handed_back,
    case when bits & 32 > 0 then (late >> 23) & 524287 end as updated,
    case when bits & 64 > 0 then (late >> 42) & 524287 end as rematched
  from told
)
select person_id,
  events,
  has_central,
  case when matched is null then steps_told & ~8 else steps_told end as steps,
  not wrong_again
    and events = bit_count(steps_told) + if(said_twice, 1, 0)
    and (compared_twice or not said_twice)
    and first_order >= 0 and last_order < 524288 * 8
    and coalesce(reviewed >= listed, true)
    and coalesce(matched >= greatest(listed, reviewed), true)
    and coalesce(handed_back >= greatest(listed, reviewed, matched), true)
    and coalesce(updated >= greatest(listed, reviewed, matched, handed_back), true)
    and coalesce(rematched >= greatest(listed, reviewed, matched, handed_back, updated), true) as plain,
  central_wrong,
  last_order,
  cast(date '2020-01-01' + cast(rematched as integer) as date) as verified_on
from dated;
-- The others are followed event by event: a second comparison that is not right ends the round, and the steps begin again.
create table walked as
with event_of as (
  select person_id, event_id, event_order, position, event_date, result, position = 6 and result <> 1 as wrong_again
  from event
  join record_person using (record_hash)
  semi join (from event_course where not plain) using (person_id)
  anti join event_left_out using (event_id)
), ordered as (
  select *,
    cast(coalesce(sum(wrong_again::integer) over before, 0) as integer) as round,
    position = 3 and coalesce(max(if(position = 3, 0, position)) over before, 0) = 0 as is_central
  from event_of
  window before as (partition by person_id order by event_order, event_id rows between unbounded preceding and 1 preceding)
), followed as (
  select *,
    greatest(coalesce(max(round * 10 + if(is_central, 0, position)) over before, 0) - round * 10, 0) as reached,
    row_number() over (partition by person_id, round, position, is_central, result order by event_order, event_id) as nth
  from ordered
  window before as (partition by person_id order by event_order, event_id rows between unbounded preceding and 1 preceding)
)
select person_id, event_id, position, event_date, result, round,
  case
    when nth > 1 then 'repeated'
    when is_central then 'central'
    when wrong_again then 'applied'
    when position <= reached then 'out_of_order'
    else 'applied'
  end as outcome
from followed;
create table state_change as
select person_id,
  event_date as entered_on,
  -- 0 is to be listed, 1 to 5 the five steps, 6 mismatched again, 7 cleaned.
  case when outcome = 'central' then 0 when position < 6 then position when result = 1 then 7 else 6 end as state,
  row_number() over (partition by person_id order by event_date, round, position, event_id) as nth
from walked
where outcome = 'applied' or (outcome = 'central' and result <> 1);
create table subject as
with last_change as (
  select person_id,
    case when steps = 0 then 0 when last_order & 7 = 6 then 7 else last_order & 7 end as state,
    date '2020-01-01' + cast(last_order >> 3 as integer) as entered_on
  from event_course
  where plain and (steps > 0 or central_wrong)
  union all
  select person_id, arg_max(state, nth), max(entered_on) from state_change group by person_id
)
select person_id,
  unit,
  case when classes & 3 > 0 then 1 when classes & 12 > 0 then 2 else 3 end as class,
  coalesce(state, 0) as state,
  entered_on
from person left join last_change using (person_id)
where basis <> 'passport' and (classes > 0 or state is not null);
drop table event;
drop table record_course;
drop table record_person;
drop table walked;
