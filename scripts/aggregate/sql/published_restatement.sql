-- Numbers of returns that a later return of the same day says otherwise, one row a restated value. Hidden (status c), all three
-- together: the value, the one before and the change, where any of them is a count of people or doses of 1 to
-- `suppress_below` − 1, or leaves so few of the whole.
with judged as (
  select restatement.*,
    measure_unit in ('person', 'dose', 'record', 'vaccination_record', 'passport') and (
      too_small(value, whole, suppress_below) or too_small(value_before, whole, suppress_below)
      or too_small(abs(change), null, suppress_below)
    ) as hide
  from restatement, params
)
select unit_code,
  kind,
  item,
  day as return_as_of,
  cast(received as integer) as version,
  received_at,
  case when received_at is null then 'x' end as received_at_status,
  case when hide is not true then value_before end as value_before,
  case when hide then 'c' end as value_before_status,
  case when hide is not true then value end as value,
  case when hide then 'c' end as value_status,
  case when hide is not true then change end as change,
  case when hide then 'c' end as change_status,
  if(downward, 'yes', 'no') as downward
from judged
order by unit_code, kind, item, return_as_of, version
