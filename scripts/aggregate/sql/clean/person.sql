-- Everybody once: the fullest of the rows that are one person's, what kinds of rows it has, its class of CV 2262 and
-- whether it is a foreigner. `unit_code` is the permanent commune where any row records one, else the current one. A person
-- right from the start has no class.
with everybody as (
  -- Most people have one key and nothing to choose.
  select exact_key as person_id, *, 1 as keys from exact_person anti join person_link using (exact_key)
  union all by name
  from linked_person
)
select person_id,
  row_id,
  record_key,
  full_name,
  name_key,
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
  unit_code,
  residence_kind,
  key_basis,
  key_basis = 'passport' as foreigner,
  row_count,
  keys,
  ministry_class,
  wrong_bits
from everybody
