-- Doses given, one row a unit, scope, ISO week, vaccine and kind of dose. Hidden (status c): counts of 1 to
-- `suppress_below` − 1. How deep the table goes, the report says.
select unit_code,
  scope,
  week,
  vaccine,
  dose_kind,
  case when not too_small(doses, null, suppress_below) then doses end as doses,
  case when too_small(doses, null, suppress_below) then 'c' end as doses_status
from dose_weekly, params
order by unit_code, scope, week, vaccine, dose_kind
