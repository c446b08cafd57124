-- The primary course of each vaccine, one row a vaccine: rules of data/reference/dose_rules.csv. Where a shorter interval
-- came into force later, `relaxed_days` holds for doses from `relaxed_from` on.
with rule as (
  select vaccine,
    cast(valid_from as date) as valid_from,
    cast(doses as integer) as doses,
    cast(coalesce(min_interval_days, '0') as integer) as min_days
  from dose_rules
  where dose_kind = 'primary'
), course as (
  select vaccine,
    max(doses) as primary_doses,
    arg_min(min_days, valid_from) as strict_days,
    arg_max(min_days, valid_from) as relaxed_days,
    max(valid_from) as relaxed_from
  from rule
  group by vaccine
)
select course.*,
  written,
  lot_prefix,
  cast(spread_days as integer) as spread_days,
  second,
  cast(second_share as double) as second_share,
  vaccine in (select vaccine from dose_rules where dose_kind = 'additional') as has_additional
from course join vaccine_courses using (vaccine)
order by vaccine
