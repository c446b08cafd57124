-- UNIT.UNKNOWN: the residence is written, but no unit of the report's edition has this code or name. One row a person or
-- dose record; a code is blamed before a name.
with residence as (
  select input_file, record, placed.*
  from (select input_file, record, place_key from bare_identity) join placed using (place_key)
  where unit_status = 'unknown'
)
select input_file, record,
  case
    when commune_code is not null then 'commune_code'
    when commune is not null then 'commune'
    when district_code is not null then 'district_code'
    when district is not null then 'district'
    when province_code is not null then 'province_code'
    else 'province'
  end as column_name,
  coalesce(commune_code, commune, district_code, district, province_code, province) as original_value,
  'mã xã của ấn bản ' || params.edition || ', như ' || example.unit_code || ' (' || example.name_vi || ')' as expected_vi,
  'a commune of edition ' || params.edition || ', such as ' || example.unit_code || ' (' || example.name_en || ')' as expected_en
from residence,
  params,
  (select unit_code, name_vi, name_en from unit
    where unit_code = (
      select min(unit_code) from unit where edition = (select edition from params) and level = 'commune'
    ) and edition = (select edition from params)) as example
