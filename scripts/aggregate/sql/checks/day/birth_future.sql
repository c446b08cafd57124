-- BIRTH.FUTURE: born after the day of the report (class c). One row a person or dose record.
select input_file, record, 'birth_date' as column_name,
  birth_date as original_value,
  'đến ngày ' || strftime(params.as_of, '%d/%m/%Y') as expected_vi,
  'up to ' || cast(params.as_of as varchar) as expected_en
from bare_identity, params
where born_from > params.as_of
