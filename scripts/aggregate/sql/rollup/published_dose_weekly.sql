-- Doses given, one row a unit, ISO week, vaccine and kind of dose, as the sum of what its parts published (rolled_count). Of each
-- unit with everything below it.
with counted as (
  select unit_code, string_split(keys, chr(31)) as key, value, status
  from rolled_count
  where table_name = 'dose_weekly'
)
select unit_code,
  'all' as scope,
  cast(key[1] as date) as week,
  key[2] as vaccine,
  key[3] as dose_kind,
  value as doses,
  status as doses_status
from counted
order by unit_code, scope, week, vaccine, dose_kind
