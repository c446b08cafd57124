-- DOSE.GAP: a person has a dose, but not the one numbered before it, neither beside it nor in another of their rows, as where
-- first doses stand in a list of people and boosters in dose records; a dose with a bad date is still a dose. One row a dose.
with course as (
  select course_key, any_value(person_key) as person_key, bit_or(1 << dose_number) as numbers
  from suspect_dose
  where course_key is not null and dose_number between 1 and 9
  group by course_key
), person_course as (
  select person_key, bit_or(numbers) as numbers
  from course
  where person_key is not null
  group by person_key
), gap as (
  -- Of each number in the set, is the one below it there? Dose 1 needs none.
  select course_key,
    course.numbers & ~((coalesce(person_course.numbers, course.numbers) << 1) | 2) as without_earlier
  from course left join person_course using (person_key)
  where without_earlier <> 0
)
select suspect_dose.input_file, suspect_dose.record,
  case column_prefix when '' then 'dose_number' else column_prefix || 'dose_date' end as column_name,
  cast(dose_number as varchar) as original_value,
  'có mũi ' || dose_number - 1 as expected_vi,
  'dose ' || dose_number - 1 || ' as well' as expected_en
from suspect_dose
join gap using (course_key)
anti join quarantined using (input_file, record)
where dose_number between 1 and 9 and without_earlier & (1 << dose_number) <> 0
