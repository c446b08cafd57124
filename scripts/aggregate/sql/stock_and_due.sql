-- Vaccine that remains against people whose next dose is due, one row a unit with either, counted with everything below it.
-- `slow`: what could be given now, the smaller of the usable doses and the people due, is more than was given in the last 28
-- days; null without a stock return. Vaccines are not told apart: a booster may be of any, and the rules for primary doses do
-- not say which may follow which.
with stock as (
  select unit_code,
    min(return_as_of) as return_as_of,
    coalesce(sum(doses) filter (usable), 0)::bigint as doses_left,
    coalesce(sum(doses) filter (usable and expiry < as_of + 28), 0)::bigint as doses_expiring
  from stock_left, params
  where scope = 'all'
  group by unit_code
), due as (
  select unit_code, sum(persons)::bigint as persons_due from dose_due where scope = 'all' group by unit_code
), recent as (
  select unit_code, count(*) as doses
  from dose_given join person using (person_id), params
  where dose_date > params.as_of - 28
  group by unit_code
), given as (
  select ancestor_code as unit_code, sum(doses)::bigint as given_28_days
  from recent join unit_path using (unit_code)
  group by ancestor_code
)
select unit_code,
  params.as_of,
  return_as_of,
  doses_left,
  doses_expiring,
  coalesce(persons_due, 0) as persons_due,
  coalesce(given_28_days, 0) as given_28_days,
  case when doses_left is not null then least(doses_left, coalesce(persons_due, 0)) > coalesce(given_28_days, 0) end as slow
from (from stock full join due using (unit_code))
left join given using (unit_code), params
