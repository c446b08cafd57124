-- People whose next dose is due, one row a unit and kind of dose, as the sum of what its parts published (rolled_count). Of each
-- unit with everything below it.
select unit_code,
  'all' as scope,
  keys as dose_kind,
  value as persons,
  status as persons_status
from rolled_count
where table_name = 'dose_due'
order by unit_code, scope, dose_kind
