-- BIRTH.PRECISION: a year or a month only; kept so, 1 January is never invented. One row a person or dose record.
select input_file, record, 'birth_date' as column_name,
  birth_date as original_value,
  'dd/mm/yyyy' as expected_vi,
  'dd/mm/yyyy' as expected_en
from bare_identity
where birth_day is null and birth_precision in ('month', 'year')
