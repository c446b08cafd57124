-- Doses of dose records, one row a dose, with what the checks need of its person. `column_prefix` makes the column a dose
-- was written in: '' here, 'dose_2_' for the second group of a person record.
select input_file,
  record,
  line,
  kind,
  '' as column_prefix,
  cast(dose_number as integer) as dose_number,
  vaccine,
  dose_date,
  lot,
  facility,
  dose_kind,
  entered_on,
  person_key,
  birth_day,
  birth_precision,
  born_from,
  born_to,
  full_name
from bare_identity
where kind = 'dose_record'
