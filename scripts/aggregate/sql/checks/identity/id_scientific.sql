-- ID.SCIENTIFIC: a number in scientific notation, such as 7.0085E+10 (class b). One row a person or dose record.
select input_file, record, 'id_number' as column_name,
  id_number as original_value,
  'đủ 12 hoặc 9 chữ số, dạng văn bản' as expected_vi,
  'all 12 or 9 digits, as text' as expected_en
from bare_identity
where id_form = 'scientific'
