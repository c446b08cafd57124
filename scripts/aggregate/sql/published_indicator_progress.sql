-- How far a unit is with each indicator of Project 06, one row a unit and indicator. Of what counts people, doses or records
-- (status c): counts of 1 to `suppress_below` − 1 and those that leave so few of the total, changes so small, and the shares,
-- paces, finishes and verdicts that would give them back; no share of fewer than `min_denominator`. Status: x not reported,
-- z does not apply.
with measured as (
  select indicator_progress.*,
    coalesce(measure_unit not in ('public_service', 'service_group', 'system'), false) as of_people
  from indicator_progress
), judged as (
  select measured.*,
    of_people and too_small(total, null, suppress_below) as hide_total,
    hide_total or (of_people and too_small(done, total, suppress_below)) as hide_done,
    of_people and too_small(value, null, suppress_below) as hide_value,
    hide_done or hide_value or (of_people and too_small(abs(change), null, suppress_below)) as hide_pace,
    hide_done or (of_people and total < min_denominator) as hide_pct
  from measured, params
)
select unit_code,
  indicator,
  return_as_of,
  measure_unit,
  qualifier,
  case when not hide_done then done end as done,
  case when hide_done then 'c' when done is null then 'z' end as done_status,
  case when not hide_total then total end as total,
  case when hide_total then 'c' when total is null then if(done is null, 'z', 'x') end as total_status,
  case when not hide_value then value end as value,
  case when hide_value then 'c' when value is null then 'z' end as value_status,
  case when not coalesce(hide_pct, false) then done_pct end as done_pct,
  case when done_pct is null then 'z' when hide_pct then 'c' end as done_pct_status,
  before_as_of,
  case when before_as_of is null then 'z' end as before_as_of_status,
  case when not hide_pace then pace end as pace,
  case when pace is null then 'z' when hide_pace then 'c' end as pace_status,
  due_date,
  case when due_date is null then 'z' end as due_date_status,
  case when not hide_pace then finish_on end as finish_on,
  case when hide_pace then 'c' when finish_on is null then 'z' end as finish_on_status,
  case when not (hide_pace and verdict in ('on_track', 'behind')) and not hide_done then verdict end as verdict,
  case when (hide_pace and verdict in ('on_track', 'behind')) or hide_done then 'c' end as verdict_status
from judged
order by unit_code, indicator
