-- NAME.TEST: the name is one that people type to try a form. One row a person or dose record.
with name as (
  -- Far fewer than rows.
  select distinct full_name from bare_identity
), keyed as (
  select full_name, accentless(full_name) as name_key
  from name
), tested as (
  select full_name
  from keyed
  where regexp_matches(name_key, '(^| )(test|abc|abcd|xyz|asdf|qwe|qwerty|demo)( |$)|^(nguyen|tran|le) (van|thi) [a-c]$|^(thu nghiem|khong ten|chua ro ten)$')
    -- One letter over and over; a name of several words is not.
    or (name_key not like '% %' and length(name_key) > 1 and replace(name_key, name_key[1], '') = '')
)
select input_file, record, 'full_name' as column_name,
  full_name as original_value,
  'họ tên thật' as expected_vi,
  'the real name' as expected_en
from bare_identity semi join tested using (full_name)
