-- Same name and year of birth in one commune: day and month may be wrong or unknown. One row a person.
select exact_key, hash(unit_code, name_key, birth_year) as block
from exact_person
where name_key is not null and birth_year is not null and unit_code is not null
