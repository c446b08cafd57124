-- How many people and rows about people raise each issue, one row a unit, scope and code. Hidden (status c): both where the
-- people are 1 to `suppress_below` − 1, or all but so few of the unit's: rows are no fewer than people.
with judged as (
  select counted.*,
    effect,
    ministry_class,
    too_small(counted.persons, progress.persons, suppress_below) as hide_few
  from person_issue_count as counted
  join issue_code using (code)
  left join cleaning_progress as progress using (unit_code, scope),
  params
)
select unit_code,
  scope,
  code,
  effect,
  ministry_class,
  case when not hide_few then persons end as persons,
  case when hide_few then 'c' end as persons_status,
  case when not hide_few then records end as records,
  case when hide_few then 'c' end as records_status
from judged
order by unit_code, scope, code
