-- ID.SEX: the number's fourth digit is of the other sex than recorded (class c). One row a person or dose record.
select input_file, record, 'id_number' as column_name,
  id_number as original_value,
  case sex when 'male' then 'chữ số thứ tư chẵn (nam)' else 'chữ số thứ tư lẻ (nữ)' end as expected_vi,
  case sex when 'male' then 'an even fourth digit (male)' else 'an odd fourth digit (female)' end as expected_en
from bare_identity
where id_sex <> sex and sex in ('male', 'female')
