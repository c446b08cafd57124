-- Same phone, day and month of birth, wherever they live: name and year may be wrong. One row a person.
select exact_key, hash(phone, month(birth_day), day(birth_day)) as block
from exact_person
where length(phone) >= 9 and birth_day is not null
