-- UNIT.AMBIGUOUS: the names of the residence fit several units. One row a person or dose record.
with residence as (
  select input_file, record, province, province_code, district, district_code, commune, commune_code from checked_person_record
  union all
  select input_file, record, province, province_code, district, district_code, commune, commune_code from checked_dose_record
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
from (select input_file, record, unit_candidates from identity where unit_status = 'ambiguous')
join residence using (input_file, record)
