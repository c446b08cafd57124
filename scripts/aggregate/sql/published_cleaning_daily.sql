-- Subjects cleaned by day, one row a unit and day with a change. Hidden (status c): counts of 1 to `suppress_below` − 1.
with judged as (
  select cleaning_daily.*,
    too_small(newly_cleaned, null, suppress_below) as hide_newly_cleaned,
    too_small(fell_back, null, suppress_below) as hide_fell_back,
    too_small(cleaned_to_date, null, suppress_below) as hide_cleaned_to_date
  from cleaning_daily, params
)
select unit_code,
  day,
  case when not hide_newly_cleaned then newly_cleaned end as newly_cleaned,
  case when hide_newly_cleaned then 'c' end as newly_cleaned_status,
  case when not hide_fell_back then fell_back end as fell_back,
  case when hide_fell_back then 'c' end as fell_back_status,
  case when not hide_cleaned_to_date then cleaned_to_date end as cleaned_to_date,
  case when hide_cleaned_to_date then 'c' end as cleaned_to_date_status
from judged
order by unit_code, day
