-- DUPLICATE.DOSE: same person, dose number, date and facility in two records. One row a dose but the first, which it names.
with same as (
  select dose_hash, input_file, record, column_prefix from suspect_dose where dose_hash is not null
), repeated as (
  select dose_hash from same group by dose_hash having count(*) > 1
), usable as (
  select same.* from same semi join repeated using (dose_hash) anti join quarantined using (input_file, record)
), first_of as (
  select dose_hash, min({input_file: input_file, record: record}) as first from usable group by dose_hash
)
select input_file, record, column_prefix || 'dose_date' as column_name,
  first.input_file || ':' || first.record as original_value,
  'mỗi mũi một dòng' as expected_vi,
  'one row a dose' as expected_en
from usable join first_of using (dose_hash)
where input_file <> first.input_file or record <> first.record
