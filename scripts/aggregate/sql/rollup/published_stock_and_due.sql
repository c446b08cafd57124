-- Vaccine that remains against people due, one row a unit, as the sum of what its parts published (rolled_count). `slow` is judged
-- of the sums, where all are told: what could be given now is more than was given in the last 28 days.
with counted as (
  from (
    pivot (select unit_code, column_name, value, status from rolled_count where table_name = 'stock_and_due')
    on column_name in ('doses_left', 'doses_expiring', 'persons_due', 'given_28_days')
    using any_value(value) as value, any_value(status) as status
    group by unit_code
  )
), returned as (
  select unit_code, min(cast(sent->>'return_as_of' as date)) as return_as_of
  from part_row join part_unit using (part)
  where table_name = 'stock_and_due'
  group by unit_code
), judged as (
  select counted.*, coalesce(doses_left_status, persons_due_status, given_28_days_status) as open_status
  from counted
)
select unit_code,
  params.as_of,
  return_as_of,
  doses_left_value as doses_left,
  doses_left_status,
  doses_expiring_value as doses_expiring,
  doses_expiring_status,
  persons_due_value as persons_due,
  persons_due_status,
  given_28_days_value as given_28_days,
  given_28_days_status,
  case
    when open_status is null then if(least(doses_left_value, persons_due_value) > given_28_days_value, 'yes', 'no')
  end as slow,
  open_status as slow_status
from judged
left join returned using (unit_code), params
order by unit_code
