-- ID.MILITARY: 8 digits, perhaps a number of the military or the police. One row a person or dose record.
select input_file, record, 'id_number' as column_name,
  id_number as original_value,
  '12 hoặc 9 chữ số, trừ giấy tờ quân đội, công an' as expected_vi,
  '12 or 9 digits unless it is a military or police card' as expected_en
from bare_identity
where id_form = '8'
