-- COVERAGE.OVER_100: more people of a unit have had a kind of dose than it has people of that age; the share is never capped.
-- Either the population is too low, or doses are counted that are not of the unit. One row a unit, age group and kind of dose.
select unit_code,
  params.as_of as day,
  age_group || ' ' || reached as item,
  'person' as measure_unit,
  persons as found,
  population as expected,
  cast(null as bigint) as whole
from coverage, params
where persons > population
