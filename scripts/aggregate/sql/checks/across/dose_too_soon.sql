-- DOSE.TOO_SOON: sooner after the dose before than the minimum interval less 4 days, by the rule in force on the day of the
-- dose; the 4 days are the international habit, not the Ministry's. A dose that says no kind is primary up to the number
-- of primary doses of the vaccine before it, then additional after Vero Cell or Sputnik V, then the first booster, then the
-- second. One row a dose.
with rule as (
  select dose_kind as rule_kind, vaccine as rule_vaccine,
    cast(valid_from as date) as valid_from,
    coalesce(cast(valid_to as date), date '9999-12-31') as valid_to,
    cast(min_age as integer) as min_age,
    cast(max_age as integer) as max_age,
    cast(doses as integer) as doses,
    cast(min_interval_days as integer) as min_days,
    cast(min_interval_months as integer) as min_months
  from dose_rules
), primary_course as (
  select rule_vaccine as vaccine_before, max(doses) as primary_doses from rule where rule_kind = 'primary' group by all
), usable as (
  select input_file, record, column_prefix, course_key, dose_number, dose_date, vaccine, dose_kind, born_from
  from suspect_dose
  anti join quarantined using (input_file, record)
  where doses_suspect and course_key is not null and dose_number between 1 and 9 and dose_date is not null
), pair as (
  select later.*,
    earlier.dose_date as date_before,
    earlier.vaccine as vaccine_before,
    earlier.dose_kind as kind_before
  from usable as later
  join usable as earlier
    on earlier.course_key = later.course_key and earlier.dose_number = later.dose_number - 1
  where later.dose_number > 1
    -- No rule asks for more than half a year.
    and later.dose_date - earlier.dose_date between 0 and 184
), fourth as (
  -- Whether an unmarked dose 3 was additional is known by dose 2.
  select distinct pair.course_key, second.vaccine as vaccine_2
  from pair join usable as second on second.course_key = pair.course_key and second.dose_number = 2
  where pair.dose_number = 4 and pair.dose_kind is null and pair.kind_before is null
), kinds as (
  select pair.*,
    coalesce(pair.dose_kind, case
      when dose_number <= least(primary_doses, case when vaccine_before = pair.vaccine then 3 else 2 end) then 'primary'
      when dose_number <= 2 then 'booster_1'
      when dose_number = 3 and vaccine_before in (select rule_vaccine from rule where rule_kind = 'additional') then 'additional'
      when dose_number = 3 then 'booster_1'
      when dose_number = 4 and kind_before in ('additional', 'primary') then 'booster_1'
      when dose_number = 4 and kind_before is null
        and (vaccine_before = 'abdala' or vaccine_2 in (select rule_vaccine from rule where rule_kind = 'additional')) then 'booster_1'
      else 'booster_2'
    end) as kind
  from pair
  left join primary_course using (vaccine_before)
  left join fourth on fourth.course_key = pair.course_key and pair.dose_number = 4
), early as (
  select kinds.input_file, kinds.record, column_prefix, dose_date, date_before, min_days, min_months,
    case
      when min_months is not null then cast(date_before + to_months(min_months) as date)
      else date_before + min_days
    end as due_on
  from kinds
  join rule
    on rule.rule_kind = kinds.kind
    and (rule.rule_vaccine is null or rule.rule_vaccine = kinds.vaccine_before)
    and kinds.dose_date between rule.valid_from and rule.valid_to
    -- A rule for minors is for those surely younger; where the birth date is unknown the adults' rule holds.
    and (rule.max_age is null or kinds.born_from + to_years(rule.max_age + 1) > kinds.dose_date)
    and (rule.max_age is not null or kinds.born_from is null or rule.min_age is null
      or kinds.born_from + to_years(rule.min_age) <= kinds.dose_date)
  where dose_date < due_on - 4
), latest as (
  -- Of several doses before it, or several rules, one pair is told: that which asks to wait longest, the same in every run.
  select input_file, record, column_prefix,
    max({due_on: due_on, days: dose_date - date_before, min_months: min_months, min_days: min_days}) as told
  from early
  group by input_file, record, column_prefix
)
select input_file, record, column_prefix || 'dose_date' as column_name,
  cast(told.days as varchar) as original_value,
  'từ ' || coalesce(told.min_months || ' tháng', told.min_days || ' ngày') || ' (sớm nhất ngày '
    || strftime(told.due_on - 4, '%d/%m/%Y') || ')' as expected_vi,
  'at least ' || coalesce(told.min_months || ' months', told.min_days || ' days') || ' ('
    || cast(told.due_on - 4 as varchar) || ' at the earliest)' as expected_en
from latest
