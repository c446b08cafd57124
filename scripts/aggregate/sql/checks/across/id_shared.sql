-- ID.SHARED: one identity number at three or more different names, accents aside. One row a person or dose record.
with bearer as (
  select person_key, hash(name_key) as name_hash, input_file, record
  from identity
  where id_form in ('12', '9') and name_key is not null
), several as (
  -- Most numbers have one name: only the others are worth counting.
  select person_key from bearer group by person_key having min(name_hash) <> max(name_hash)
), usable as (
  select bearer.* from bearer semi join several using (person_key) anti join quarantined using (input_file, record)
), shared as (
  select person_key, count(distinct name_hash) as names from usable group by person_key having names >= 3
)
select input_file, record, 'id_number' as column_name,
  cast(names as varchar) as original_value,
  'mỗi số một người' as expected_vi,
  'one person a number' as expected_en
from usable join shared using (person_key)
