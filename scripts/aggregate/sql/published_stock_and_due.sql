-- Vaccine that remains against people due, one row a unit. Not reported (status x): stock of which there is no return. Hidden
-- (status c): counts about people of 1 to `suppress_below` − 1, and whether the unit is slow where that rests on one.
with judged as (
  select stock_and_due.*,
    too_small(persons_due, null, suppress_below) as hide_due,
    too_small(given_28_days, null, suppress_below) as hide_given
  from stock_and_due, params
)
select unit_code,
  as_of,
  return_as_of,
  doses_left,
  case when doses_left is null then 'x' end as doses_left_status,
  doses_expiring,
  case when doses_expiring is null then 'x' end as doses_expiring_status,
  case when not hide_due then persons_due end as persons_due,
  case when hide_due then 'c' end as persons_due_status,
  case when not hide_given then given_28_days end as given_28_days,
  case when hide_given then 'c' end as given_28_days_status,
  case when slow is not null and not (hide_due or hide_given) then if(slow, 'yes', 'no') end as slow,
  case when slow is null then 'x' when hide_due or hide_given then 'c' end as slow_status
from judged
order by unit_code
