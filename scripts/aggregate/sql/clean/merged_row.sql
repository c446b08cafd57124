-- Accepted rows that became part of another row, one row a file: a person record beside the fullest one of its person, and
-- a dose record whose dose is another one written twice.
with merged as (
  select row_id from person_row anti join person using (row_id) where kind = 'person_record'
  union all
  select row_id from dose_merged join dose_in using (dose_id) join person_row using (row_id) where kind = 'dose_record'
)
select input_file, count(*) as merged
from merged join file_number on file_number = row_id // 4294967296
group by input_file
