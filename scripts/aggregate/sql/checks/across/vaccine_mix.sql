-- VACCINE.MIX: the primary doses 1 and 2 are of two vaccines. One row a person: the second dose.
with usable as (
  select input_file, record, column_prefix, course_key, dose_number, vaccine
  from suspect_dose
  where doses_suspect and course_key is not null and dose_number in (1, 2)
    and (dose_kind is null or dose_kind = 'primary')
    and vaccine is not null
), course as (
  select course_key,
    min(vaccine) filter (dose_number = 1) as vaccine_1,
    min(vaccine) filter (dose_number = 2) as vaccine_2
  from usable
  group by course_key
  having vaccine_1 <> vaccine_2
)
select usable.input_file, usable.record, column_prefix || 'vaccine' as column_name,
  first.name_vi || ' + ' || second.name_vi as original_value,
  '' as expected_vi,
  '' as expected_en
from usable
join course using (course_key)
-- A name that is no vaccine of the list has its own issue.
join vaccine as first on first.vaccine = vaccine_1
join vaccine as second on second.vaccine = vaccine_2
anti join quarantined using (input_file, record)
where dose_number = 2
