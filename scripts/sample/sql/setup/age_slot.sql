-- Birth years of vaccinated people on 10,000 slots, one row a slot: the age pyramid times the share vaccinated. Ages are
-- those on 31 December 2021.
with year_of_age as (
  select unnest(range(cast(age_from as integer), cast(age_to as integer) + 1)) as age,
    cast(round(1e6 * cast(per_mille as double) * cast(vaccinated_share as double)
      / (cast(age_to as integer) - cast(age_from as integer) + 1)) as bigint) as weight
  from age_groups
), ranked as (
  select age, weight,
    sum(weight) over (order by age rows unbounded preceding) as upto,
    sum(weight) over () as total
  from year_of_age
)
select cast(2021 - age as integer) as birth_year,
  unnest(slots(upto, weight, total, 10000)) as slot
from ranked
order by slot
