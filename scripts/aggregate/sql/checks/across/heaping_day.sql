-- HEAPING.DAY: over a fifth of a file's doses, 100 or more, fall on the 1st, the 15th or the last day of a month, which are
-- a tenth of all days. One row a file: record 0 is the file.
with heap as (
  select input_file, kind,
    count(*) as doses,
    count(*) filter (day(dose_date) in (1, 15) or dose_date = last_day(dose_date)) as heaped
  from dose
  anti join quarantined using (input_file, record)
  where dose_date is not null
  group by input_file, kind
)
select input_file, cast(0 as bigint) as record,
  case kind when 'dose_record' then 'dose_date' else 'dose_1_dose_date' end as column_name,
  100 * heaped // doses || '%' as original_value,
  'khoảng 10%' as expected_vi,
  'about 10%' as expected_en
from heap
where doses >= 100 and 5 * heaped > doses
