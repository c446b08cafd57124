-- NAME.TEST: the name is one that people type to try a form. One row a person or dose record.
select input_file, record, 'full_name' as column_name,
  full_name as original_value,
  'họ tên thật' as expected_vi,
  'the real name' as expected_en
from identity
where regexp_matches(name_key, '(^| )(test|abc|abcd|xyz|asdf|qwe|qwerty|demo)( |$)|^(nguyen|tran|le) (van|thi) [a-c]$|^(thu nghiem|khong ten|chua ro ten)$')
  -- One letter over and over; a name of several words is not.
  or (name_key not like '% %' and length(name_key) > 1 and replace(name_key, name_key[1], '') = '')
