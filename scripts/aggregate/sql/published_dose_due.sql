-- People whose next dose is due, one row a unit, scope and kind of dose. Hidden (status c): counts of 1 to
-- `suppress_below` − 1; does not apply (status z) where no rule for the kind is in force.
select unit_code,
  scope,
  dose_kind,
  case when not too_small(persons, null, suppress_below) then persons end as persons,
  case when persons is null then 'z' when too_small(persons, null, suppress_below) then 'c' end as persons_status
from dose_due, params
order by unit_code, scope, dose_kind
