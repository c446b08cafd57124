-- DUPLICATE.PERSON: two person records with the same identity number; or, where one of them has no usable number, the same
-- name and full birth date. One row a person record but the first of its person, which it names.
with person as not materialized (
  -- Read several times: kept as a table, a million people would take 100 MB.
  select input_file, record,
    case when id_form in ('12', '9') then person_key end as id_hash,
    case when birth_precision = 'day' and name_key is not null then hash(name_key, birth_day) end as name_hash
  from bare_identity
  where kind = 'person_record'
), repeated_id as (
  select id_hash from person where id_hash is not null group by id_hash having count(*) > 1
), repeated_name as (
  -- Two numbers are two people, whatever their names.
  select name_hash from person where name_hash is not null group by name_hash
  having count(*) > 1 and count(id_hash) < count(*) and min(id_hash) is not distinct from max(id_hash)
), alike as (
  select input_file, record, id_hash as likeness from person semi join repeated_id using (id_hash)
  union all
  select input_file, record, name_hash from person semi join repeated_name using (name_hash)
), usable as (
  select alike.* from alike anti join quarantined using (input_file, record)
), first_of as (
  select likeness, min({input_file: input_file, record: record}) as first from usable group by likeness
), told as (
  select input_file, record, min(first) as first
  from usable join first_of using (likeness)
  where input_file <> first.input_file or record <> first.record
  group by input_file, record
)
select input_file, record, 'full_name' as column_name,
  first.input_file || ':' || first.record as original_value,
  'mỗi người một dòng' as expected_vi,
  'one row a person' as expected_en
from told
