-- People as the exact keys tell them apart, one row an exact key: the row that says most of it, and how many rows it has.
with chosen as (
  select min(row_rank) as row_rank, count(*) as row_count from person_row group by exact_key
)
select exact_key,
  row_id,
  row_count,
  record_key,
  full_name,
  name_key,
  split_part(name_key, ' ', -1) as given_key,
  birth_date,
  birth_day,
  birth_year,
  birth_precision,
  sex,
  id_digits,
  id_form,
  id_written,
  id_tells,
  passport_number,
  phone,
  residence_kind,
  unit_code,
  key_basis
from person_row join chosen using (row_rank)
