-- Same phone and given name, wherever they live. One row a person.
select exact_key, hash(phone, given_key) as block
from exact_person
where length(phone) >= 9 and given_key is not null
