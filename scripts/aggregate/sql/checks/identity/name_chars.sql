-- NAME.CHARS: the name has something else than letters, spaces, dots, hyphens and apostrophes. One row a person or dose
-- record.
with name as (
  -- Far fewer than rows.
  select distinct full_name from bare_identity
), strange as (
  select full_name
  from name
  -- Vietnamese names pass the quick test; letters of other languages need the slow one.
  where not regexp_full_match(lower(strip_accents(full_name)), '[a-zđð .''’-]*')
    and not regexp_full_match(full_name, '[\p{L}\p{M} .''’-]+')
    and length(full_name) <= 200
)
select input_file, record, 'full_name' as column_name,
  full_name as original_value,
  'chỉ chữ cái và dấu cách' as expected_vi,
  'letters and spaces only' as expected_en
from bare_identity semi join strange using (full_name)
