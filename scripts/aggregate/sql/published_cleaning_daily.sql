-- Subjects cleaned by day, one row a unit and day with a change, from the district up, and of days whose change is hidden one of
-- every unit under the same one. Hidden (status c): the count to date on days that are not told of the units under the same one
-- (`day_told`: from one told day to the next no unit has a small change); and what was newly cleaned, or fell back, unless the
-- day before is told as well, or it is nobody in any of them.
with judged as (
  select *, hidden_change and not none_cleaned as hide_cleaned, hidden_change and not none_fell_back as hide_fell_back from day_row
)
select unit_code,
  day,
  case when not hide_cleaned then newly_cleaned end as newly_cleaned,
  case when hide_cleaned then 'c' end as newly_cleaned_status,
  case when not hide_fell_back then fell_back end as fell_back,
  case when hide_fell_back then 'c' end as fell_back_status,
  case when not hidden then cleaned_to_date end as cleaned_to_date,
  case when hidden then 'c' end as cleaned_to_date_status
from judged
order by unit_code, day
