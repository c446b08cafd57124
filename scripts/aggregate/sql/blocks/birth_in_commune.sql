-- Same birth date in one commune: any part of the name may be misspelt. One row a person.
select exact_key, hash(unit_code, birth_day) as block
from exact_person
where birth_day is not null and unit_code is not null
