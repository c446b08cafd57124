-- What stands between a unit and all its subjects cleaned, one row a unit and reason, as the sum of what its parts published
-- (rolled_count). Of each unit with everything below it.
with counted as (
  from (
    pivot (select unit_code, keys, column_name, value, status from rolled_count where table_name = 'what_blocks')
    on column_name in ('waiting', 'class_a', 'class_b', 'class_c')
    using any_value(value) as value, any_value(status) as status
    group by unit_code, keys
  )
), reason_of as (
  from (values
    (1, 'not_listed'),
    (2, 'not_reviewed'),
    (3, 'not_compared'),
    (4, 'not_handed_back'),
    (5, 'not_updated'),
    (6, 'not_compared_again'),
    (7, 'mismatched_again')
  ) as reason_of (position, reason)
)
select unit_code,
  'all' as scope,
  reason,
  waiting_value as waiting,
  waiting_status,
  class_a_value as class_a,
  class_a_status,
  class_b_value as class_b,
  class_b_status,
  class_c_value as class_c,
  class_c_status
from counted
join reason_of on reason = keys
order by unit_code, position
