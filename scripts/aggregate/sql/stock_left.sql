-- Doses of vaccine that remain, one row a unit, scope, vaccine and expiry: the closing stock of all lots in each unit's latest
-- stock return, or where the return leaves it out, what the other numbers of the lot leave. A unit's return is of its own
-- store, so that stores add up. `return_as_of` is the day of the oldest return counted. A lot is usable up to its expiry;
-- where that is unknown, it counts as usable.
with returned as (
  select unit_code,
    vaccine,
    expiry,
    stock.as_of as return_as_of,
    opening + received - issued - used - wasted as rest,
    -- Nothing is known of a lot of which part is left out: that is no empty one.
    coalesce(closing, if(rest < 0, 0, rest)) as doses
  from accepted_stock_return as stock, params
  where stock.as_of <= params.as_of
), latest as (
  select unit_code, max(return_as_of) as return_as_of from returned group by unit_code
), own as (
  select unit_code, vaccine, expiry, return_as_of, sum(doses) as doses
  from returned
  join latest using (unit_code, return_as_of)
  where doses is not null
  group by all
)
select counted_code as unit_code,
  scope,
  vaccine,
  expiry,
  coalesce(expiry >= params.as_of, true) as usable,
  min(return_as_of) as return_as_of,
  sum(doses)::bigint as doses
from own join unit_scope using (unit_code), params
group by all
