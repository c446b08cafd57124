-- The events of a record at a glance, one row a person with events: which steps they tell of, as bits (2 listed, 4 reviewed,
-- 8 matched, 16 handed back, 32 updated, 64 matched again), the order of a comparison before any list, and whether they are
-- `plain`, each said once and in the order of the steps, with at most one comparison before any list and nothing found
-- wrong again. Most are, and need no walk; where moreover none is of a day after the report's, they are `settled`, and where the
-- record stands can be read off them. A person's events are gathered into few numbers, since each more costs as much as reading
-- them all: `early` and `late` hold the day of each of three steps in 19 bits of its own (bit 4, 23 and 42 on), and below them
-- whether the step was told an odd number of times; what was told twice is gone from them, and the first comparison, which is
-- known from `first_told`, can be taken out of two.
with told as (
  select person_id,
    count(*) as events,
    bit_or((1 << position) | case when position = 6 and result is distinct from 'right' then 128 else 0 end) as bits,
    bit_xor(case when position <= 3 then (1 << position) | (day << (19 * position - 15)) else 0 end) as early,
    bit_xor(case when position > 3 then (1 << (position - 3)) | (day << (19 * position - 72)) else 0 end) as late,
    min(event_order * 2 + case when result <> 'right' then 1 else 0 end) as first_told,
    max(event_order) as last_order
  from (
    select *, (event_order >> 3) & 524287 as day from event_in where person_id is not null and not foreigner
  )
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
), judged as (
  select *,
    not wrong_again
      and events = bit_count(steps_told) + case when said_twice then 1 else 0 end
      and (compared_twice or not said_twice)
      -- What 19 bits hold.
      and first_order >= 0 and last_order < 524288 * 8
      and coalesce(reviewed >= listed, true)
      and coalesce(matched >= greatest(listed, reviewed), true)
      and coalesce(handed_back >= greatest(listed, reviewed, matched), true)
      and coalesce(updated >= greatest(listed, reviewed, matched, handed_back), true)
      and coalesce(rematched >= greatest(listed, reviewed, matched, handed_back, updated), true) as plain
  from dated
)
select person_id,
  case when has_central then first_order end as central_order,
  cast(case when matched is null then steps_told & ~8 else steps_told end as utinyint) as steps,
  plain,
  plain and date '2020-01-01' + cast(last_order >> 3 as integer) <= params.as_of as settled,
  central_wrong,
  case when central_wrong then first_order >> 3 else coalesce(listed, reviewed, matched, handed_back, updated, rematched) end as since_day,
  last_order
from judged, params
