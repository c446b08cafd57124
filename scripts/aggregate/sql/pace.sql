-- How fast the subjects of cleaning become cleaned, one row a unit with subjects, counted with everything below it. Cleaned
-- in the last 7 and 28 days up to the report's day, less those who fell back; the pace is that over 7 or 28, a day. The
-- finish is projected at the 7-day pace: none where nobody remains, where the pace is 0 or less, or where it lies more than
-- a century ahead. What remains is that of cleaning_progress.
with recent as (
  select unit_code,
    sum(newly_cleaned - fell_back) filter (day > params.as_of - 7) as cleaned_7_days,
    sum(newly_cleaned - fell_back) as cleaned_28_days
  from cleaning_daily, params
  where day > params.as_of - 28
  group by unit_code
), paced as (
  select unit_code,
    as_of,
    remaining,
    coalesce(cleaned_7_days, 0)::bigint as cleaned_7_days,
    coalesce(cleaned_28_days, 0)::bigint as cleaned_28_days
  from cleaning_progress
  left join recent using (unit_code)
  where scope = 'all' and subjects > 0
), projected as (
  select *,
    case when remaining > 0 and cleaned_7_days > 0 then (remaining * 7 + cleaned_7_days - 1) // cleaned_7_days end as days_to_finish
  from paced
)
select * exclude (days_to_finish),
  round(cast(cleaned_7_days as decimal(18, 0)) / 7, 1) as pace_7_days,
  round(cast(cleaned_28_days as decimal(18, 0)) / 28, 1) as pace_28_days,
  case when days_to_finish <= 36525 then as_of + days_to_finish::integer end as finish_on
from projected
