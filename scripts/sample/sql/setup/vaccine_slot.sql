-- Vaccines of dose 1 by wave on 1,000 slots, one row a slot.
with ranked as (
  select cast(wave as integer) as wave, vaccine,
    cast(weight as integer) as weight,
    sum(cast(weight as integer)) over (partition by wave order by vaccine rows unbounded preceding) as upto
  from wave_vaccines
)
select wave, vaccine, unnest(slots(upto, weight, 1000, 1000)) as slot
from ranked
order by wave, slot
