-- The pace that each deadline of the report asks for, one row a unit of `pace` and deadline: what remains over the days from
-- the report's day up to the deadline's, rounded up to a tenth. None once the deadline has come.
with due as (
  select distinct cast(deadline_on as date) as deadline_on from deadline
)
select unit_code,
  deadline_on,
  as_of,
  deadline_on - as_of as days_left,
  remaining,
  case when deadline_on > as_of then ceil(cast(10 * remaining as decimal(18, 0)) / (deadline_on - as_of)) / 10 end as needed_a_day
from pace, due
