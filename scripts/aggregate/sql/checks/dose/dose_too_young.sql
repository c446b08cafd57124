-- DOSE.TOO_YOUNG: younger than the vaccine's age, or that of a dose marked as booster, by the rule in force on the day of
-- the dose; where the birth date is only a year or month, the oldest possible age counts. One row a dose.
with age_rule as (
  select vaccine, cast(null as varchar) as dose_kind,
    cast(valid_from as date) as valid_from,
    coalesce(cast(valid_to as date), date '9999-12-31') as valid_to,
    cast(min_age as integer) as min_age
  from vaccine_ages
  union all
  select null, dose_kind,
    cast(valid_from as date),
    coalesce(cast(valid_to as date), date '9999-12-31'),
    cast(min_age as integer)
  from dose_rules
  where min_age is not null
), young as (
  -- The oldest age that any rule asks for, so that the doses of adults are passed over, most by their days alone.
  select *
  from dose
  where dose_date - born_from < 366 * (select max(min_age) from age_rule)
    and born_from + to_years((select max(min_age) from age_rule)) > dose_date and dose_date >= born_from
), broken as (
  select input_file, record, column_prefix, dose_date, born_from, min(age_rule.min_age) as min_age
  from young
  join age_rule
    on (age_rule.vaccine = young.vaccine or age_rule.dose_kind = young.dose_kind)
    and young.dose_date between age_rule.valid_from and age_rule.valid_to
  group by input_file, record, column_prefix, dose_date, born_from, age_rule.dose_kind
  -- Of the rules of one kind of booster the lowest age in force holds.
  having born_from + to_years(cast(min(age_rule.min_age) as integer)) > dose_date
)
select input_file, record, column_prefix || 'dose_date' as column_name,
  cast(date_sub('year', born_from, dose_date) as varchar) as original_value,
  'từ ' || max(min_age) || ' tuổi' as expected_vi,
  'an age of ' || max(min_age) || ' or more' as expected_en
from broken
group by input_file, record, column_prefix, dose_date, born_from
