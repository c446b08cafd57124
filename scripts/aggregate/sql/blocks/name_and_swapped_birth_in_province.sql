-- Same name and year of birth, day and month in either order, in one province. One row a person.
select exact_key, hash(province_code, name_key, birth_year, least(month(birth_day), day(birth_day)), greatest(month(birth_day), day(birth_day))) as block
from exact_person join unit_place using (unit_code)
where name_key is not null and birth_day is not null and day(birth_day) <= 12 and province_code is not null
