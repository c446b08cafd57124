-- ID.PROVINCE: the first three of 12 digits are neither a province nor a country. One row a person or dose record.
select input_file, record, 'id_number' as column_name,
  id_number as original_value,
  'mã tỉnh 001–096 hoặc mã nước' as expected_vi,
  'a province 001–096 or the code of a country' as expected_en
from bare_identity
where not id_province_known
