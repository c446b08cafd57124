-- Accepted rows about people with what is read of them. One row a person_record or
-- dose_record row; `row_id` is its file's number and its record.
select file_number * 4294967296 + record as row_id,
  input_file,
  record,
  kind,
  full_name,
  name_key,
  birth_date,
  birth_day,
  birth_precision,
  birth_year,
  sex,
  id_number,
  id_digits,
  id_form,
  id_proposed,
  passport_number,
  phone,
  record_key,
  residence_kind,
  unit_code
from identity
join file_number using (input_file)
anti join row_outcome using (input_file, record)
