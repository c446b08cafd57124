-- People as the exact keys tell them apart, one row an exact key: the row that says most of it, how many rows it has, and the
-- first class of CV 2262 and all that is wrong in any of them.
with chosen as (
  select exact_key, min(row_rank) as row_rank, count(*) as row_count from person_row group by exact_key
), class as (
  select exact_key, min(ministry_class) as ministry_class, bit_or(wrong_bits) as wrong_bits
  from row_class join person_row using (row_id)
  group by exact_key
), told as (
  select row_rank, row_count, ministry_class, wrong_bits from chosen left join class using (exact_key)
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
  key_basis,
  ministry_class,
  wrong_bits
from person_row
join told using (row_rank)
