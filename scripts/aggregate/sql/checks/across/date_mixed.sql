-- DATE.MIXED: a column has dates that can only be dd/mm and dates that can only be mm/dd. One row a column of a file: record
-- 0 is the file.
with unread as (
  -- Read as dd/mm a date that can only be mm/dd is no day: few rows have such.
  select input_file, 'birth_date' as column_name, birth_date as written
  from bare_identity
  where birth_day is null and birth_date is not null
  union all
  select input_file, 'dose_date', dose_date
  from raw_dose_record
  semi join (select input_file, record from checked_dose_record where dose_date is null) using (input_file, record)
  union all
  select input_file, 'dose_1_dose_date', dose_date
  from raw_person_dose
  semi join (select input_file, record, slot from checked_person_dose where dose_date is null) using (input_file, record, slot)
), month_first as (
  select input_file, column_name, count(*) as month_first
  from unread
  where try_cast(regexp_extract(written, '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{4}$', 1) as integer) between 1 and 12
    and try_cast(regexp_extract(written, '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{4}$', 2) as integer) between 13 and 31
  group by input_file, column_name
), written as (
  select input_file, 'birth_date' as column_name, birth_date as written from bare_identity
  union all
  select input_file, 'dose_date', dose_date from raw_dose_record
  union all
  select input_file, 'dose_1_dose_date', dose_date from raw_person_dose
), day_first as (
  select input_file, column_name, count(*) as day_first
  from written semi join month_first using (input_file, column_name)
  where try_cast(regexp_extract(written, '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{4}$', 1) as integer) between 13 and 31
    and try_cast(regexp_extract(written, '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{4}$', 2) as integer) between 1 and 12
  group by input_file, column_name
)
select input_file, cast(0 as bigint) as record, column_name,
  day_first || ' dd/mm, ' || month_first || ' mm/dd' as original_value,
  'dd/mm/yyyy' as expected_vi,
  'dd/mm/yyyy' as expected_en
from month_first join day_first using (input_file, column_name)
