-- ID.SHARED: one identity number at three or more different names, accents aside. One row a person or dose record.
with bearer as not materialized (
  -- Read twice: kept as a table, a million people would take 50 MB.
  select person_key, full_name, name_key, input_file, record
  from bare_identity
  where id_form in ('12', '9') and full_name is not null
), usable as (
  select bearer.* from bearer semi join several_named using (person_key) anti join quarantined using (input_file, record)
), shared as (
  select person_key, count(distinct name_key) as names from usable group by person_key having names >= 3
)
select input_file, record, 'id_number' as column_name,
  cast(names as varchar) as original_value,
  'mỗi số một người' as expected_vi,
  'one person a number' as expected_en
from usable join shared using (person_key)
