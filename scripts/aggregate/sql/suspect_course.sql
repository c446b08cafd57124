-- People whose doses together may break a rule, or whose rows bear several names, one row a course: `course_key` is the same
-- for the doses of one person, those of one person record or the dose records of one person key. Each condition lets through
-- more than its rule finds; the rules then look at these few, and judge.
with course as (
  select case kind when 'dose_record' then person_key else hash(input_file, record) end as course_key,
    count(*) as doses,
    count(dose_date) as dates,
    bit_or(1 << dose_number) filter (dose_number between 1 and 9) as numbers,
    any_value(vaccine) filter (dose_number = 1) as vaccine_1,
    any_value(vaccine) filter (dose_number = 2) as vaccine_2,
    any_value(dose_kind) filter (dose_number = 2) as kind_2,
    min(dose_date) filter (dose_number = 1) as day_1,
    min(dose_date) filter (dose_number = 2) as day_2,
    min(dose_date) filter (dose_number = 3) as day_3,
    min(hash(full_name)) <> max(hash(full_name)) as several_names
  from dose
  where kind = 'person_record' or person_key is not null
  group by course_key
), primary_rule as (
  select vaccine as vaccine_1,
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
      doses <> bit_count(numbers) or numbers is null or dates < doses
      or numbers & ~((numbers << 1) | 2) <> 0 or doses > 3
      or vaccine_1 <> vaccine_2
      -- Within the interval of the primary doses, or of any rule: none asks for more than half a year.
      or day_2 - day_1 < case when kind_2 is null or kind_2 = 'primary' then coalesce(days, 184) else 184 end
      or day_3 - day_2 < 184,
    false) as doses_suspect
  from course left join primary_rule using (vaccine_1)
)
from judged where doses_suspect or several_names
