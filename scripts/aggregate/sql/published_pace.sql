-- How fast the subjects of cleaning become cleaned, one row a unit. Hidden (status c): counts of 1 to `suppress_below` − 1 up
-- or down; those of days that cannot be told of all units under the same one (`window_told`), since theirs and that of the
-- unit above would give them back; what remains where it or what is cleaned is so small; paces and the finish with these.
with judged as (
  select pace.*,
    if(unit_code = root_unit, '', coalesce(parent_code, '')) as above,
    too_small(remaining, subjects, suppress_below) as hide_remaining,
    too_small(abs(cleaned_7_days), null, suppress_below) or (above, 7) not in (from window_told) as hide_7_days,
    too_small(abs(cleaned_28_days), null, suppress_below) or (above, 28) not in (from window_told) as hide_28_days
  from pace
  join (select unit_code, subjects from cleaning_progress where scope = 'all') using (unit_code)
  join unit using (unit_code)
  join params using (edition)
)
select unit_code,
  as_of,
  case when not hide_remaining then remaining end as remaining,
  case when hide_remaining then 'c' end as remaining_status,
  case when not hide_7_days then cleaned_7_days end as cleaned_7_days,
  case when hide_7_days then 'c' end as cleaned_7_days_status,
  case when not hide_28_days then cleaned_28_days end as cleaned_28_days,
  case when hide_28_days then 'c' end as cleaned_28_days_status,
  case when not hide_7_days then pace_7_days end as pace_7_days,
  case when hide_7_days then 'c' end as pace_7_days_status,
  case when not hide_28_days then pace_28_days end as pace_28_days,
  case when hide_28_days then 'c' end as pace_28_days_status,
  case when not (hide_remaining or hide_7_days) then finish_on end as finish_on,
  case when hide_remaining or hide_7_days then 'c' when finish_on is null then 'z' end as finish_on_status
from judged
order by unit_code
