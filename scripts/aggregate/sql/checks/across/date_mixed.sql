-- DATE.MIXED: a column has dates that can only be dd/mm and dates that can only be mm/dd. One row a column of a file: record
-- 0 is the file.
with written as (
  select input_file, 'birth_date' as column_name, birth_date as written from identity where birth_date is not null
  union all
  select input_file, 'dose_date', dose_date from raw_dose_record where dose_date is not null
  union all
  select input_file, 'dose_1_dose_date', dose_date from raw_person_dose where dose_date is not null
), part as (
  select input_file, column_name,
    try_cast(regexp_extract(written, '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{4}$', 1) as integer) as first_part,
    try_cast(regexp_extract(written, '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{4}$', 2) as integer) as second_part
  from written
  -- ISO dates cannot be mixed up.
  where not written like '____-%'
), mixed as (
  select input_file, column_name,
    count(*) filter (first_part between 13 and 31 and second_part between 1 and 12) as day_first,
    count(*) filter (second_part between 13 and 31 and first_part between 1 and 12) as month_first
  from part
  group by input_file, column_name
)
select input_file, cast(0 as bigint) as record, column_name,
  day_first || ' dd/mm, ' || month_first || ' mm/dd' as original_value,
  'dd/mm/yyyy' as expected_vi,
  'dd/mm/yyyy' as expected_en
from mixed
where day_first > 0 and month_first > 0
