-- Same birth date and given name in one district: a surname or middle name may be misspelt. One row a person.
select exact_key, hash(parent_code, birth_day, given_key) as block
from exact_person join unit_place using (unit_code)
where birth_day is not null and given_key is not null and parent_code is not null
