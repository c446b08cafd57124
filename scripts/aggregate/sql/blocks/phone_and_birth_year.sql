-- Same phone and year of birth, wherever they live. One row a person.
select exact_key, hash(phone, birth_year) as block
from exact_person
where length(phone) >= 9 and birth_year is not null
