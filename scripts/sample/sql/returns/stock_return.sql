-- The returns on stock, one row a unit, day, vaccine and lot: districts use what they have, up to half of it received in the
-- second week; the store of the province issues to them. Nearly all balance.
with used as (
  select unit_code, province_code, vaccine, lot, day, cast(sum(used) as bigint) as used from tally_stock group by all
), lot as (
  select unit_code, province_code, vaccine, lot, sum(used) as used_in_all from used group by all
), week as (
  select lot.*,
    day,
    day_no,
    coalesce(used, 0) as used,
    coalesce(used, 0) // 50 as wasted
  from lot join return_day on true left join used using (unit_code, province_code, vaccine, lot, day)
), supplied as (
  select *, 10 * ((used_in_all * 5 // 4 + 30) // 10) as first_opening from week
), kept as (
  select *,
    -- No more comes in the second week than the first can do without.
    least(first_opening // 2, first_opening - sum(used + wasted) filter (day_no = 1) over (partition by unit_code, vaccine, lot)) as later,
    coalesce(sum(used + wasted) over (partition by unit_code, vaccine, lot order by day rows between unbounded preceding and 1 preceding), 0) as gone
  from supplied
), store as (
  select province_code as unit_code, vaccine, lot, day, day_no,
    10 * (sum(used_in_all) // 20 + 50) as first_opening,
    10 * (sum(used_in_all) // 200) as issued
  from week
  group by all
), line as (
  select unit_code, vaccine, lot, day,
    first_opening - gone - case when day_no <= 2 then later else 0 end as opening,
    case when day_no = 2 then later else 0 end as received,
    0 as issued,
    used,
    wasted
  from kept
  union all
  select unit_code, vaccine, lot, day, first_opening - issued * (day_no - 1), 0, issued, 0, 0 from store
)
select arrival_of(day) as arrival_no,
  unit_code,
  day as as_of,
  written as vaccine,
  lot,
  last_day(date '2022-06-01' + cast(30 * (hash(lot) % 6)::integer as integer)) as expiry,
  opening,
  received,
  issued,
  used,
  wasted,
  opening + received - issued - used - wasted
    + case when chance('stock', hash(unit_code, lot, day) // 2) < stock_slip then 10 else 0 end as closing
from line join vaccine_course using (vaccine), params
order by arrival_no, unit_code, day, vaccine, lot
