-- The days that units report on, one row a day: the report's day, the three weeks before it, and the arrivals.
with day as (
  select as_of - cast(7 * range as integer) as day from params, range(4)
  union
  select day from arrival_day
)
select day, arrival_of(day) as arrival_no, row_number() over (order by day) as day_no
from day
order by day
