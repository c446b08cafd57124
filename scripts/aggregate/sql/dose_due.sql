-- People whose next dose is due on the report's day, one row a unit, scope and kind of dose, counted where they live: people
-- with a dose in the records, since nobody else is known. Null where no rule for the kind is in force that day. What is due
-- is judged in course_count, by the rules of reference/dose_rules.csv.
with kind as (
  select dose_kind,
    bool_or(as_of between cast(valid_from as date) and coalesce(cast(valid_to as date), date '9999-12-31')) as in_force
  from dose_rules, params
  group by dose_kind
), counted as (
  select unit_code, due_kind as dose_kind, sum(persons) as persons from course_count group by all
), own as (
  -- A kind that is due to nobody is a zero, not a gap.
  select unit_code, dose_kind, in_force, persons
  from (select distinct unit_code from course_count)
  cross join kind
  left join counted using (unit_code, dose_kind)
)
select counted_code as unit_code,
  scope,
  dose_kind,
  case when in_force then coalesce(sum(persons), 0)::bigint end as persons
from own join unit_scope using (unit_code)
group by counted_code, scope, dose_kind, in_force
