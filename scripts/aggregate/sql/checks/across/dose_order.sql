-- DOSE.ORDER: a dose is dated before one with a lower number, among doses 1 to 5; the same day is no disorder. One row a dose.
with usable as (
  select * from suspect_dose
  anti join quarantined using (input_file, record)
  where doses_suspect and course_key is not null and dose_number between 1 and 5 and dose_date is not null
), course as (
  select course_key,
    min(dose_date) filter (dose_number = 1) as day_1,
    min(dose_date) filter (dose_number = 2) as day_2,
    min(dose_date) filter (dose_number = 3) as day_3,
    min(dose_date) filter (dose_number = 4) as day_4,
    min(dose_date) filter (dose_number = 5) as day_5
  from usable
  group by course_key
), disorder as (
  select course_key, unnest([
      {number: 2, day: day_2, before: day_1},
      {number: 3, day: day_3, before: greatest(day_1, day_2)},
      {number: 4, day: day_4, before: greatest(day_1, day_2, day_3)},
      {number: 5, day: day_5, before: greatest(day_1, day_2, day_3, day_4)}
    ], recursive := true)
  from course
  where day_2 < day_1
    or day_3 < greatest(day_1, day_2)
    or day_4 < greatest(day_1, day_2, day_3)
    or day_5 < greatest(day_1, day_2, day_3, day_4)
)
select input_file, record, column_prefix || 'dose_date' as column_name,
  dose_number || ': ' || strftime(dose_date, '%d/%m/%Y') || ' < ' || strftime(before, '%d/%m/%Y') as original_value,
  'ngày ' || strftime(before, '%d/%m/%Y') || ' trở đi' as expected_vi,
  cast(before as varchar) || ' or later' as expected_en
from usable
join disorder using (course_key)
where dose_number = number and dose_date = day and day < before
