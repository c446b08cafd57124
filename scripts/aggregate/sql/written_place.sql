-- Residences as they are written in rows about people, one row a residence, by its `place_key`.
select distinct province, province_code, district, district_code, commune, commune_code,
  hash(province, province_code, district, district_code, commune, commune_code) as place_key
from stored_person
