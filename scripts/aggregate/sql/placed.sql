-- Where the residences of `written_place` lie, one row a residence as written, by its `place_key`: the unit by its code, or else
-- by its name, or why there is none.
with edition_unit as (
  select unit_code, level, parent_code, name_vi from unit, params where unit.edition = params.edition
), coded as (
  -- Excel strips leading zeros of codes too.
  select written_place.*,
    province_unit.unit_code as known_province,
    district_unit.unit_code as known_district,
    commune_unit.unit_code as known_commune
  from written_place
  left join edition_unit as province_unit
    on province_unit.level = 'province' and province_unit.unit_code = lpad(province_code, cast(greatest(2, length(province_code)) as integer), '0')
  left join edition_unit as district_unit
    on district_unit.level = 'district' and district_unit.unit_code = lpad(district_code, cast(greatest(3, length(district_code)) as integer), '0')
  left join edition_unit as commune_unit
    on commune_unit.level = 'commune' and commune_unit.unit_code = lpad(commune_code, cast(greatest(5, length(commune_code)) as integer), '0')
), named as (
  -- A name under a known district needs no matching, and is not ambiguous though other districts have it too.
  select place_key, min(edition_unit.unit_code) as named_commune
  from coded join edition_unit on parent_code = known_district and lower(name_vi) = lower(commune)
  where known_commune is null
  group by place_key
), matched as (
  select coded.*,
    named_commune,
    unit_match.unit_code as match_unit,
    unit_match.status as match_status,
    unit_match.candidates
  from coded
  left join named using (place_key)
  -- A name that is not written cannot be matched, whatever unknown code stands beside it.
  left join unit_match
    on known_commune is null
    and (coded.commune is not null or commune_code is null)
    and unit_match.province is not distinct from coded.province
    and unit_match.district is not distinct from coded.district
    and unit_match.commune is not distinct from coded.commune
), judged as (
  select place_key,
    province,
    province_code,
    district,
    district_code,
    commune,
    commune_code,
    case
      when known_commune is not null then known_commune
      when coalesce(commune_code, commune) is null and known_district is not null then known_district
      when coalesce(commune_code, commune, district_code, district) is null then known_province
    end as coded_unit,
    coalesce(named_commune, match_unit) as matched_unit,
    case
      when coalesce(province, province_code, district, district_code, commune, commune_code) is null then 'missing'
      when match_status = 'ambiguous' then 'ambiguous'
      else 'unknown'
    end as unplaced,
    candidates
  from matched
)
select place_key,
  province,
  province_code,
  district,
  district_code,
  commune,
  commune_code,
  coalesce(coded_unit, matched_unit) as unit_code,
  case
    when coded_unit is not null then 'code'
    when matched_unit is not null then 'matched'
    else unplaced
  end as unit_status,
  case when unit_code is null then candidates end as unit_candidates
from judged
