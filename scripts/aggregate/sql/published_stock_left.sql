-- Doses of vaccine that remain, one row a unit, scope, vaccine and expiry. Stock is of things, not of people: nothing is hidden.
select unit_code,
  scope,
  vaccine,
  coalesce(cast(expiry as varchar), 'unknown') as expiry,
  if(usable, 'yes', 'no') as usable,
  return_as_of,
  doses
from stock_left
order by unit_code, scope, vaccine, expiry
