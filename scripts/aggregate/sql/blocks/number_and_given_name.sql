-- Same last six digits of the identity number and given name in one province: the first digits may be wrong. One row a person.
select exact_key, hash(province_code, right(id_digits, 6), given_key) as block
from exact_person join unit_place using (unit_code)
where length(id_digits) >= 9 and given_key is not null and province_code is not null
