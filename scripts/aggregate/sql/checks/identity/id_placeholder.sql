-- ID.PLACEHOLDER: a number or word that only fills the cell (class a). One row a person or dose record.
select input_file, record, 'id_number' as column_name,
  id_number as original_value,
  'số thật gồm 12 hoặc 9 chữ số, hoặc để trống' as expected_vi,
  'the real number of 12 or 9 digits, or a blank cell' as expected_en
from bare_identity
where id_form = 'placeholder'
