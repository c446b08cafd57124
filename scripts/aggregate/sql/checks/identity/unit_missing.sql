-- UNIT.MISSING: no cell of the residence is filled, so the row can be counted in no unit. One row a person or dose record.
select input_file, record, 'commune_code' as column_name,
  cast(null as varchar) as original_value,
  'mã xã, hoặc tên tỉnh, huyện, xã' as expected_vi,
  'a commune code, or the names of province, district and commune' as expected_en
from identity
where unit_status = 'missing'
