-- Where subjects stand, how fast they become cleaned, and what holds the others up.
create table cleaning_progress as
with own as (
  select coalesce(subject.unit, root.unit) as unit, class, state, count(*) as people
  from subject, (select unit from unit, params where code = root) as root
  group by all
)
select counted,
  scope,
  cast(sum(people) as bigint) as subjects,
  cast(sum(people) filter (state = 7) as bigint) as cleaned,
  subjects - coalesce(cleaned, 0) as remaining,
  cast(sum(people) filter (class = 1) as bigint) as class_a,
  cast(sum(people) filter (class = 2) as bigint) as class_b,
  cast(sum(people) filter (class = 3) as bigint) as class_c,
  100 * cleaned / subjects as cleaned_pct
from own join scope using (unit)
group by all;
-- Total less cleaned, by what each waits for and by class; what holds nobody up is a zero.
create table what_blocks as
with own as (
  select unit, state, count(*) as waiting, count(*) filter (class = 1) as class_a, count(*) filter (class = 2) as class_b,
    count(*) filter (class = 3) as class_c
  from subject
  where state < 7
  group by all
)
select counted, scope, reason, sum(coalesce(waiting, 0)) as waiting, sum(class_a) as class_a, sum(class_b) as class_b, sum(class_c) as class_c
from (select distinct unit from subject) as lived
cross join (select unnest(range(7)) as reason)
left join own on own.unit = lived.unit and own.state = reason
join scope on scope.unit = lived.unit
group by all;
create table cleaning_daily as
with ordered as (
  select person_id, entered_on, state, lag(state) over (partition by person_id order by nth) as before from state_change
), turn as (
  select person_id, entered_on as day, if(state = 7, 1, -1) as change from ordered where state = 7 or before = 7
  union all
  select person_id, verified_on, 1 from event_course where plain and verified_on is not null
), own as (
  select unit, day, sum(greatest(change, 0)) as newly_cleaned, sum(greatest(-change, 0)) as fell_back
  from turn join subject using (person_id)
  group by all
), summed as (
  select counted, day, sum(newly_cleaned) as newly_cleaned, sum(fell_back) as fell_back
  from own join scope using (unit)
  where scope = 'all'
  group by all
)
select *, sum(newly_cleaned - fell_back) over (partition by counted order by day) as cleaned_to_date from summed;
create table pace as
with recent as (
  select counted,
    sum(newly_cleaned - fell_back) filter (day > date '{as_of}' - 7) as cleaned_7_days,
    sum(newly_cleaned - fell_back) as cleaned_28_days
  from cleaning_daily
  where day > date '{as_of}' - 28
  group by counted
)
select counted, remaining, cleaned_7_days / 7 as pace_7_days, cleaned_28_days / 28 as pace_28_days,
  case when remaining > 0 and cleaned_7_days > 0 then date '{as_of}' + cast(ceil(remaining * 7 / cleaned_7_days) as integer) end as finish_on
from cleaning_progress left join recent using (counted)
where scope = 'all';
-- People and rows about people that raise each issue, once a row whatever number of its cells raise it.
create table person_issue_count as
with broken as (
  select row_id, bit_or(faults) as faults
  from (select row_id, faults from row where faults <> 0 union all select row_id, faults from dose where faults <> 0)
  group by row_id
), flagged as (
  -- Of a line sent twice no more is said; letters put together are said once a file.
  select row_id, code
  from (
    select row_id, code from broken join rule on (faults >> bit) & 1 = 1 where code <> 'NAME.NFD'
    union
    from finding
    union
    select row_id, 'DOSE.TOO_YOUNG' from young join dose using (dose_id)
  )
  anti join (from left_out where outcome = 'exact_duplicate') using (row_id)
  union all
  select row_id, 'DUPLICATE.LINE' from left_out where outcome = 'exact_duplicate'
), told as (
  select flagged.row_id, code, coalesce(person_link.person_id, exact_key) as who
  from flagged join keyed using (row_id) left join person_link using (exact_key)
), one as (
  select person.unit, code, who, count(*) as records from told join person on person_id = who group by all
  union all
  select coalesce(row.unit, root.unit), code, coalesce(person_key, hash(row_id)), count(*)
  from left_out join flagged using (row_id) join row using (row_id), (select unit from unit, params where code = root) as root
  group by all
), own as (
  select unit, code, count(*) as persons, sum(records) as records from one group by all
)
select counted, scope, code, sum(persons) as persons, sum(records) as records from own join scope using (unit) group by all;
