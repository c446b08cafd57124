-- NAME.CHARS: the name has something else than letters, spaces, dots, hyphens and apostrophes. One row a person or dose
-- record.
select input_file, record, 'full_name' as column_name,
  full_name as original_value,
  'chỉ chữ cái và dấu cách' as expected_vi,
  'letters and spaces only' as expected_en
from bare_identity
-- Vietnamese names pass the quick test; letters of other languages need the slow one.
where not regexp_full_match(full_name, '[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ .''’-]+')
  and not regexp_full_match(full_name, '[\p{L}\p{M} .''’-]+')
  and length(full_name) <= 200
