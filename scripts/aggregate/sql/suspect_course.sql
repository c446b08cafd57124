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
), primary_rule as (
  select hash(vaccine) as vaccine_hash,
    max(coalesce(cast(min_interval_days as integer), 31 * cast(min_interval_months as integer))) as days
  from dose_rules
  where dose_kind = 'primary' and vaccine is not null
  group by vaccine
  having max(cast(doses as integer)) > 1
), judged as (
  select course_key,
    several_names,
    coalesce(
      -- A number twice, or none; a bad date; a number without the one before it; more doses than one and two boosters.
      doses <> bit_count(numbers) or numbers is null
      or numbers & ~((numbers << 1) | 2) <> 0 or doses > 3
      or vaccine_hash <> other_vaccine_hash
      -- Within the interval of the primary doses, or of any rule: none asks for more than half a year.
      or day_2 - day_1 < case when second_not_primary then 184 else coalesce(days, 184) end
      or day_3 - day_2 < 184,
    false) as doses_suspect
  from course left join primary_rule using (vaccine_hash)
)
from judged where doses_suspect or several_names
