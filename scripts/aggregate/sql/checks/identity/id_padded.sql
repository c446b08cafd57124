-- ID.PADDED: 10 or 11 digits that fit province, sex and birth year once leading zeros are put back; proposed, never
-- applied. One row a person or dose record.
select input_file, record, 'id_number' as column_name,
  id_number as original_value,
  id_proposed as expected_vi,
  id_proposed as expected_en
from bare_identity
where id_form = 'padded'
