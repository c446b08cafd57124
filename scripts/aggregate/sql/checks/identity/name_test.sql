-- NAME.TEST: the name is one that people type to try a form. One row a person or dose record.
select input_file, record, 'full_name' as column_name,
  full_name as original_value,
  'họ tên thật' as expected_vi,
  'the real name' as expected_en
from bare_identity
where case
  -- To take the accents off takes longest: a name in Vietnamese letters is passed that has, whatever its accents, no word of
  -- those below, no single letter at its end, and more words than one.
  when regexp_full_match(full_name, '[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ .''’-]+')
    and not regexp_matches(full_name, '(?i)(^| )(t.st|.bc[dđ]?|x.z|.s[dđ]f|qw.(rt.)?|[dđ].m.)( |$)| .$|^th. +ngh..m$|^kh.ng +t.n$|^ch.. +r. +t.n$|^[^ ]+$')
    then false
  when regexp_matches(name_key, '(^| )(test|abc|abcd|xyz|asdf|qwe|qwerty|demo)( |$)|^(nguyen|tran|le) (van|thi) [a-c]$|^(thu nghiem|khong ten|chua ro ten)$')
    then true
  -- One letter over and over; a name of several words is not.
  else name_key not like '% %' and length(name_key) > 1 and replace(name_key, name_key[1], '') = ''
end
