-- Vaccines of boosters on 1,000 slots, one row a slot.
with ranked as (
  select vaccine,
    cast(weight as integer) as weight,
    sum(cast(weight as integer)) over (order by vaccine rows unbounded preceding) as upto
  from booster_vaccines
)
select vaccine, unnest(slots(upto, weight, 1000, 1000)) as slot
from ranked
order by slot
