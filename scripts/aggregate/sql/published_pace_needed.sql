-- The pace that each deadline asks for, one row a unit and deadline. Hidden (status c) where what remains must be hidden; it
-- does not apply (status z) once the deadline has come.
with judged as (
  select pace_needed.*, too_small(remaining, subjects, suppress_below) as hide_remaining
  from pace_needed
  join (select unit_code, subjects from cleaning_progress where scope = 'all') using (unit_code), params
)
select unit_code,
  deadline_on,
  as_of,
  days_left,
  case when not hide_remaining then remaining end as remaining,
  case when hide_remaining then 'c' end as remaining_status,
  case when not hide_remaining then needed_a_day end as needed_a_day,
  case when hide_remaining then 'c' when needed_a_day is null then 'z' end as needed_a_day_status
from judged
order by unit_code, deadline_on
