-- Days of dose 1 by campaign on 20,000 slots, one row a slot. More is done on campaign days (one in seven, by chance), on
-- Saturdays and on the 1st and 15th, less on Sundays.
with day as (
  select campaign,
    cast(wave as integer) as wave,
    cast(weight as bigint) as wave_weight,
    cast(unnest(range(cast(day_from as date), cast(day_to as date) + 1, interval 1 day)) as date) as day
  from campaign_waves
), weighted as (
  select campaign, wave, day, wave_weight,
    case isodow(day) when 6 then 12 when 7 then 5 else 10 end
      * case when pick('campaign day', day - date '2021-01-01', 7) = 0 then 3 else 1 end
      * case when day(day) in (1, 15) then 2 else 1 end as day_weight
  from day
), scaled as (
  select *, wave_weight * 1000000 * day_weight // sum(day_weight) over (partition by wave) as weight from weighted
), ranked as (
  select *,
    sum(weight) over (partition by campaign order by day rows unbounded preceding) as upto,
    sum(weight) over (partition by campaign) as total
  from scaled
)
select campaign, wave, day, unnest(slots(upto, weight, total, 20000)) as slot
from ranked
order by campaign, slot
