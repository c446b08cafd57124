-- ID.YEAR: century and year in the number are not those of the birth date (class c). One row a person or dose record.
select input_file, record, 'id_number' as column_name,
  id_number as original_value,
  'số của người sinh năm ' || birth_year || ' (số này ghi ' || id_year || ')' as expected_vi,
  'a number of somebody born in ' || birth_year || ' (this one says ' || id_year || ')' as expected_en
from bare_identity
where id_year <> birth_year
