-- NAME_AND_BIRTH.MISSING: nobody can tell whose row this is. One row a person or dose record.
select input_file, record, 'full_name' as column_name,
  cast(null as varchar) as original_value,
  'họ tên hoặc ngày sinh' as expected_vi,
  'a name or a birth date' as expected_en
from bare_identity
where full_name is null and birth_date is null
