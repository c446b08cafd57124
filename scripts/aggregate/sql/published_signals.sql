-- What is worth a look in a unit's numbers, one row a finding. Left out: findings that rest on a count of people or doses of 1
-- to `suppress_below` − 1, on one that leaves so few of the whole, or on a population of fewer than `min_denominator`: a hidden
-- cell would not do, since that there is a finding already tells how large the count can be.
select unit_code, code, effect, day, item, measure_unit, found, expected
from signals
join issue_code using (code),
params
where measure_unit is null
  or not (
    too_small(found, whole, suppress_below)
    or too_small(expected, whole, suppress_below)
    or (code = 'COVERAGE.OVER_100' and expected < min_denominator)
  )
order by unit_code, code, day, item
