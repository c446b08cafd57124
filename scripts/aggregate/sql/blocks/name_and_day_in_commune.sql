-- Same name, day and month of birth in one commune: the year may be wrong. One row a person.
select exact_key, hash(unit_code, name_key, month(birth_day), day(birth_day)) as block
from exact_person
where name_key is not null and birth_day is not null and unit_code is not null
