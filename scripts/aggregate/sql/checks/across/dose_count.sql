-- DOSE.COUNT: more doses than the vaccines' primary doses, an additional dose after Vero Cell or Sputnik V or where marked,
-- and two boosters. One row a person: the dose with the highest number.
with vaccine_limit as (
  -- The rules of a kind of dose follow each other in time and are one dose.
  select vaccine,
    max(cast(doses as integer)) filter (dose_kind = 'primary')
      + coalesce(max(cast(doses as integer)) filter (dose_kind = 'additional'), 0)
      + 2 as most
  from dose_rules
  where vaccine is not null
  group by vaccine
), course as (
  select course_key
  from suspect_dose
  where doses_suspect and course_key is not null and dose_number between 1 and 9
  group by course_key
  having bit_count(bit_or(1 << dose_number)) > (select min(most) from vaccine_limit)
), usable as (
  select *
  from suspect_dose
  semi join course using (course_key)
  anti join quarantined using (input_file, record)
), counted as (
  select course_key,
    bit_count(bit_or(1 << dose_number)) as doses,
    max(dose_number) as last_number,
    greatest(max(most), case when bool_or(dose_kind = 'additional') then 5 end) as most
  from usable left join vaccine_limit using (vaccine)
  where dose_number between 1 and 9
  group by course_key
  having doses > most
)
select input_file, record,
  case column_prefix when '' then 'dose_number' else column_prefix || 'dose_date' end as column_name,
  cast(counted.doses as varchar) as original_value,
  'nhiều nhất ' || most || ' mũi' as expected_vi,
  most || ' at most' as expected_en
from usable join counted using (course_key)
where dose_number = counted.last_number
