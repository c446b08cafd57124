-- People whose doses together may break a rule, or whose rows bear several names, one row a course: `course_key` is the same
-- for the doses of one person, those of one person record or the dose records of one person key. Each condition lets through
-- more than its rule finds; the rules then look at these few, and judge.
with course as (
  select case kind when 'dose_record' then person_key else hash(input_file, record) end as course_key,
    count(*) as doses,
    -- A dose with a bad date or number is none, so that it will be missed in the count.
    bit_or(case when dose_date is not null and dose_number between 1 and 9 then 1 << dose_number end) as numbers,
    -- Of the first two doses; a hash is compared faster than a name.
    min(case when dose_number <= 2 then hash(vaccine) end) as vaccine_hash,
    max(case when dose_number <= 2 then hash(vaccine) end) as other_vaccine_hash,
    bool_or(dose_number = 2 and dose_kind <> 'primary') as second_not_primary,
    min(case when dose_number = 1 then dose_date end) as day_1,
    min(case when dose_number = 2 then dose_date end) as day_2,
    min(case when dose_number = 3 then dose_date end) as day_3,
    min(hash(full_name)) <> max(hash(full_name)) as several_names
  from dose
  where kind = 'person_record' or person_key is not null
  group by course_key
), rule as (
  select vaccine, dose_kind,
    cast(valid_from as date) as valid_from,
    coalesce(cast(valid_to as date), date '2030-12-31') as valid_to,
    -- As many days at most as the rule asks for, less the 4 that it lets pass; see DOSE.TOO_SOON.
    coalesce(cast(min_interval_days as integer), 31 * cast(min_interval_months as integer)) - 4 as days
  from dose_rules
), rule_day as (
  select *, unnest(generate_series(valid_from, valid_to, interval 1 day))::date as day from rule
), second_rule as (
  -- The vaccines of which two doses or more are primary: no other rule judges the second.
  select hash(vaccine) as vaccine_hash, day as day_2, max(days) as primary_days
  from rule_day
  where vaccine in (select vaccine from dose_rules where dose_kind = 'primary' and cast(doses as integer) > 1)
    and dose_kind = 'primary'
  group by all
), any_rule as (
  select day, max(days) as days from rule_day group by day
), judged as (
  select course_key,
    several_names,
    coalesce(
      -- A number twice, or none; a bad date; a number without the one before it; more doses than one and two boosters.
      doses <> bit_count(numbers) or numbers is null
      or numbers & ~((numbers << 1) | 2) <> 0 or doses > 3
      or vaccine_hash <> other_vaccine_hash
      -- Within the interval of the primary doses on that day, or of any rule: none asks for more than half a year.
      or day_2 - day_1 < case when second_not_primary then 184 else coalesce(primary_days, 184) end
      or day_3 - day_2 < coalesce(any_rule.days, 184),
    false) as doses_suspect
  from course
  left join second_rule using (vaccine_hash, day_2)
  left join any_rule on any_rule.day = day_3
)
from judged where doses_suspect or several_names
