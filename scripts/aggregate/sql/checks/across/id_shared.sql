-- ID.SHARED: one identity number at three or more different names, accents aside. One row a person or dose record.
with bearer as not materialized (
  -- Read twice: kept as a table, a million people would take 50 MB.
  select person_key, full_name, name_key, kind, input_file, record
  from bare_identity
  where id_form in ('12', '9') and full_name is not null
), several as (
  -- Most numbers have one name, spelt in one way: only the others are worth counting. Those of dose records alone are known.
  select course_key as person_key from suspect_course where several_names
  union
  select person_key
  from bearer
  group by person_key
  having bool_or(kind = 'person_record') and min(hash(full_name)) <> max(hash(full_name))
), usable as (
  select bearer.* from bearer semi join several using (person_key) anti join quarantined using (input_file, record)
), shared as (
  select person_key, count(distinct name_key) as names from usable group by person_key having names >= 3
)
select input_file, record, 'id_number' as column_name,
  cast(names as varchar) as original_value,
  'mỗi số một người' as expected_vi,
  'one person a number' as expected_en
from usable join shared using (person_key)
