-- ID.FORMAT: not 12 or 9 digits, nor anything with a rule of its own (class b). One row a person or dose record.
select input_file, record, 'id_number' as column_name,
  id_number as original_value,
  case id_form when 'passport' then '12 hoặc 9 chữ số; số hộ chiếu ghi ở cột riêng' else '12 hoặc 9 chữ số' end as expected_vi,
  case id_form when 'passport' then '12 or 9 digits; a passport number has its own column' else '12 or 9 digits' end as expected_en
from bare_identity
where (id_form = 'other' or (id_form = 'passport' and passport_number is null))
  -- A text too long for the column has this issue already.
  and length(id_number) <= 50
