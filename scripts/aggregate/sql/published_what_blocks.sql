-- What stands between a unit and all its subjects cleaned, one row a unit, scope and reason. Hidden (status c): counts of 1 to
-- `suppress_below` − 1, and counts that leave so few of the subjects, or a class so few of those who wait.
with judged as (
  select what_blocks.*,
    too_small(waiting, subjects, suppress_below) as hide_waiting,
    too_small(what_blocks.class_a, waiting, suppress_below) as hide_class_a,
    too_small(what_blocks.class_b, waiting, suppress_below) as hide_class_b,
    too_small(what_blocks.class_c, waiting, suppress_below) as hide_class_c
  from what_blocks
  join (select unit_code, scope, subjects from cleaning_progress) using (unit_code, scope), params
)
select unit_code,
  scope,
  reason,
  case when not hide_waiting then waiting end as waiting,
  case when hide_waiting then 'c' end as waiting_status,
  case when not hide_class_a then class_a end as class_a,
  case when hide_class_a then 'c' end as class_a_status,
  case when not hide_class_b then class_b end as class_b,
  case when hide_class_b then 'c' end as class_b_status,
  case when not hide_class_c then class_c end as class_c,
  case when hide_class_c then 'c' end as class_c_status
from judged
order by unit_code, scope, position
