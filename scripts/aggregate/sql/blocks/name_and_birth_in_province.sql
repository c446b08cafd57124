-- Same name and birth date in one province. One row a person.
select exact_key, hash(province_code, name_key, birth_day) as block
from exact_person join unit_place using (unit_code)
where name_key is not null and birth_day is not null and province_code is not null
