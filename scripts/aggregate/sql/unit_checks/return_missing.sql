-- RETURN.MISSING: a return was due, its deadline has passed, and no usable one came in. One row a unit and day.
select unit_code,
  return_as_of as day,
  'progress_return' as item,
  cast(null as varchar) as measure_unit,
  0 as found,
  1 as expected,
  cast(null as bigint) as whole
from return_due
where status = 'missing'
