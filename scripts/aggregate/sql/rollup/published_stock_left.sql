-- Doses of vaccine that remain, one row a unit, vaccine and expiry, as the sum of what its parts published; of units all of whose
-- parts have sent theirs, since the table has no word for what is not reported. `return_as_of` is the day of the oldest
-- return counted. Of each unit with everything below it.
with open as (
  select distinct unit_code
  from part_unit
  anti join (select part from part_table where table_name = 'stock_left') using (part)
), sent as (
  select unit_code,
    sent->>'vaccine' as vaccine,
    sent->>'expiry' as expiry,
    sent->>'usable' as usable,
    cast(sent->>'return_as_of' as date) as return_as_of,
    cast(sent->>'doses' as bigint) as doses
  from part_row
  join part_unit using (part)
  where table_name = 'stock_left'
)
select unit_code,
  'all' as scope,
  vaccine,
  expiry,
  min(usable) as usable,
  min(return_as_of) as return_as_of,
  sum(doses)::bigint as doses
from sent
anti join open using (unit_code)
group by unit_code, vaccine, expiry
order by unit_code, scope, vaccine, expiry
