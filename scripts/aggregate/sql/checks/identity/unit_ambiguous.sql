-- UNIT.AMBIGUOUS: the names of the residence fit several units. One row a person or dose record.
with residence as (
  select input_file, record, placed.*
  from (select input_file, record, place_key from bare_identity) join placed using (place_key)
  where unit_status = 'ambiguous'
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
  'một trong các mã ' || unit_candidates as expected_vi,
  'one of the codes ' || unit_candidates as expected_en
from residence
