-- UNIT.MATCHED: the residence was found by its names, without a usable code. One row a person or dose record.
with residence as (
  select input_file, record, placed.*
  from (select input_file, record, place_key from bare_identity) join placed using (place_key)
  where unit_status = 'matched'
)
select input_file, record,
  case
    when commune is not null then 'commune'
    when commune_code is not null then 'commune_code'
    when district is not null then 'district'
    when district_code is not null then 'district_code'
    when province is not null then 'province'
    else 'province_code'
  end as column_name,
  concat_ws(', ', commune, district, province) as original_value,
  unit.name_vi || ' (' || unit.unit_code || ')' as expected_vi,
  unit.name_en || ' (' || unit.unit_code || ')' as expected_en
from residence
join unit using (unit_code)
join params on params.edition = unit.edition
