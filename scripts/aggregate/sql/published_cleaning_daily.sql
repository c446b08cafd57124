-- Subjects cleaned by day, one row a unit and day with a change, from the district up. Hidden (status c): counts of 1 to
-- `suppress_below` − 1; with them all counts of that day of the units under the same one, of which the sum is told; and what was
-- newly cleaned on the next day, which would give the count to date back.
with told as (
  select cleaning_daily.*,
    case when unit_code = root_unit then null else parent_code end as above,
    too_small(newly_cleaned, null, suppress_below) or too_small(fell_back, null, suppress_below)
      or too_small(cleaned_to_date, null, suppress_below) as small
  from cleaning_daily
  join unit using (unit_code)
  join params using (edition)
  where level <> 'commune'
), day_told as (
  select above, day, bool_or(small) as hidden
  from told
  group by above, day
), judged as (
  select above, day, hidden, hidden or coalesce(lag(hidden) over (partition by above order by day), false) as hidden_change
  from day_told
)
select unit_code,
  day,
  case when not hidden_change then newly_cleaned end as newly_cleaned,
  case when hidden_change then 'c' end as newly_cleaned_status,
  case when not hidden_change then fell_back end as fell_back,
  case when hidden_change then 'c' end as fell_back_status,
  case when not hidden then cleaned_to_date end as cleaned_to_date,
  case when hidden then 'c' end as cleaned_to_date_status
from told
join judged using (day)
where told.above is not distinct from judged.above
order by unit_code, day
