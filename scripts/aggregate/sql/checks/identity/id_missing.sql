-- ID.MISSING: neither an identity number nor a passport number (class a). One row a person or dose record.
select input_file, record, 'id_number' as column_name,
  cast(null as varchar) as original_value,
  '12 hoặc 9 chữ số' as expected_vi,
  '12 or 9 digits' as expected_en
from bare_identity
where id_form = 'missing' and passport_number is null
