-- Subjects that became cleaned, or fell back, on each day, and how many were cleaned by its end, one row a unit and day with
-- a change. Scope: the unit with everything below it. A day without a change has no row.
with ordered as (
  select person_id, entered_on, state,
    lag(state) over (partition by person_id order by change_order) as state_before
  from state_change, params
  where not settled and entered_on <= params.as_of
), turn as (
  select person_id, entered_on as day,
    case when state = 'verified' then 1 when state_before = 'verified' then -1 end as change
  from ordered
  union all
  -- A settled record is verified last and once, so that it need not be followed change by change.
  select person_id, entered_on, 1 from state_change where settled and state = 'verified'
), counted as (
  select subject.unit_code, day,
    count(*) filter (change = 1) as newly_cleaned,
    count(*) filter (change = -1) as fell_back
  from turn join subject using (person_id)
  where change is not null
  group by all
), summed as (
  select ancestor_code as unit_code, day,
    sum(newly_cleaned)::bigint as newly_cleaned,
    sum(fell_back)::bigint as fell_back
  from counted join unit_path using (unit_code)
  group by all
)
select unit_code, day, newly_cleaned, fell_back,
  sum(newly_cleaned - fell_back) over (partition by unit_code order by day)::bigint as cleaned_to_date
from summed
