-- Who a row is about, one row a person_record or dose_record row: the person's columns as written, and what is derived of
-- them. `birth_day` is null unless the day is known; `born_from` and `born_to` are the first and last day that the birth
-- date allows. `person_key` is the same for rows of the same identity number, or of the same name and birth date where
-- there is no usable number. The dose columns of dose_record pass through to `dose`, which saves a join of all rows.
with written as (
  select 'person_record' as kind,
    input_file,
    record,
    line,
    full_name,
    birth_date,
    sex,
    id_number,
    passport_number,
    phone,
    record_key,
    residence_kind,
    hash(province, province_code, district, district_code, commune, commune_code) as place_key
  from checked_person_record
  union all by name
  select 'dose_record' as kind,
    input_file,
    record,
    line,
    full_name,
    birth_date,
    sex,
    id_number,
    passport_number,
    phone,
    record_key,
    residence_kind,
    hash(province, province_code, district, district_code, commune, commune_code) as place_key,
    dose_number,
    vaccine,
    dose_date,
    lot,
    facility,
    dose_kind,
    entered_on
  from checked_dose_record
), place as (
  select hash(province, province_code, district, district_code, commune, commune_code) as place_key, *
  from (
    select province, province_code, district, district_code, commune, commune_code from checked_person_record
    union
    select province, province_code, district, district_code, commune, commune_code from checked_dose_record
  )
), edition_unit as (
  select unit_code, level, parent_code, name_vi from unit, params where unit.edition = params.edition
), coded as (
  -- Excel strips leading zeros of codes too.
  select place.*,
    province_unit.unit_code as known_province,
    district_unit.unit_code as known_district,
    commune_unit.unit_code as known_commune
  from place
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
), placed as (
  select place_key,
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
), id_province as (
  select '0' || unit_code as code from unit where edition = '2022' and level = 'province'
  union
  select cast(unnest(range(cast(code_from as integer), cast(code_to as integer) + 1)) as varchar) from country_codes
  union
  -- Numbers that begin with 9 belong to nobody: only a synthetic report may hold them.
  select '9' || unit_code from unit, params where unit.edition = '2022' and level = 'province' and params.synthetic
), read as (
  select *,
    -- The accent-free key needs no composing first: strip_accents drops combining marks too. Two replacements are several
    -- times as fast as translate.
    case
      when full_name like '%  %' then regexp_replace(replace(replace(lower(strip_accents(full_name)), 'đ', 'd'), 'ð', 'd'), '\s+', ' ', 'g')
      else replace(replace(lower(strip_accents(full_name)), 'đ', 'd'), 'ð', 'd')
    end as name_key,
    case
      when birth_date like '__/__/____' then cast(try_strptime(birth_date, '%d/%m/%Y') as date)
      when birth_date like '____-__-__' then try_cast(birth_date as date)
      when regexp_full_match(birth_date, '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}')
        then cast(try_strptime(replace(replace(birth_date, '.', '/'), '-', '/'), '%d/%m/%Y') as date)
    end as birth_day,
    case when length(birth_date) <= 7 then
      case
        when regexp_full_match(birth_date, '[0-9]{4}') then try_cast(birth_date || '-01-01' as date)
        when regexp_full_match(birth_date, '[0-9]{1,2}[/.-][0-9]{4}')
          then try_cast(right(birth_date, 4) || '-' || lpad(left(birth_date, length(birth_date) - 5), 2, '0') || '-01' as date)
      end
    end as birth_period,
    -- A number that Excel took for a decimal keeps its digits before ".0".
    case
      when regexp_full_match(id_number, '[0-9]*') then id_number
      else translate(ltrim(regexp_replace(id_number, '^([0-9]+)[.]0$', '\1'), '''’‘`'), ' .-' || chr(160), '')
    end as id_digits
  from written
), shaped as (
  select *,
    coalesce(birth_day, birth_period) as born_from,
    case
      when birth_day is not null then birth_day
      when length(birth_date) = 4 then cast(birth_period + interval 1 year - interval 1 day as date)
      else last_day(birth_period)
    end as born_to,
    case
      when birth_day is not null then 'day'
      when birth_period is null then null
      when length(birth_date) = 4 then 'year'
      else 'month'
    end as birth_precision,
    regexp_full_match(id_digits, '[0-9]+') as id_is_digits,
    length(id_digits) as id_length,
    case when regexp_full_match(id_digits, '[0-9]{12}|[1-9][0-9]{9,10}') then lpad(id_digits, 12, '0') end as id_12
  from read
), decoded as (
  select *,
    cast(year(born_from) as integer) as birth_year,
    substr(id_12, 1, 3) in (select code from id_province) as id_province_known,
    1900 + 100 * (cast(substr(id_12, 4, 1) as integer) // 2) + cast(substr(id_12, 5, 2) as integer) as id_year,
    case cast(substr(id_12, 4, 1) as integer) % 2 when 0 then 'male' when 1 then 'female' end as id_sex
  from shaped
), formed as (
  select *,
    case
      when id_number is null then 'missing'
      when not id_is_digits then
        case
          when regexp_full_match(id_number, '[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+') then 'scientific'
          when translate(lower(strip_accents(id_digits)), 'đð', 'dd')
            in ('', 'khong', 'khongco', 'chuaco', 'chua', 'ko', 'koco', 'k', 'x', 'na', 'n/a', 'null', 'none') then 'placeholder'
          when regexp_full_match(id_digits, '[A-Za-z]{1,2}[0-9]{6,8}') then 'passport'
          else 'other'
        end
      when id_digits in ('123456789012', '012345678901', '123456789', '1234567890', '0123456789') then 'placeholder'
      when replace(id_digits, '0', '') = '' then 'placeholder'
      when id_length >= 8 and replace(id_digits, id_digits[1], '') = '' then 'placeholder'
      when id_length = 12 then '12'
      when id_length = 9 then '9'
      when id_length = 8 then '8'
      when id_12 is not null and id_province_known and id_year = birth_year and id_sex = sex then 'padded'
      else 'other'
    end as id_form
  from decoded
)
select formed.input_file,
  formed.record,
  formed.line,
  formed.kind,
  full_name,
  name_key,
  birth_date,
  birth_day,
  birth_precision,
  birth_year,
  born_from,
  born_to,
  sex,
  id_number,
  id_digits,
  id_form,
  case when id_form = 'padded' then id_12 end as id_proposed,
  case when id_form = '12' then id_province_known end as id_province_known,
  case when id_form = '12' then id_year end as id_year,
  case when id_form = '12' then id_sex end as id_sex,
  passport_number,
  phone,
  record_key,
  case
    when id_form in ('12', '9') then hash(id_digits)
    when name_key is not null and born_from is not null then hash(name_key, born_from, birth_precision)
  end as person_key,
  residence_kind,
  coalesce(coded_unit, matched_unit) as unit_code,
  case
    when coded_unit is not null then 'code'
    when matched_unit is not null then 'matched'
    else unplaced
  end as unit_status,
  case when coded_unit is null and matched_unit is null then candidates end as unit_candidates,
  dose_number,
  vaccine,
  dose_date,
  lot,
  facility,
  dose_kind,
  entered_on
from formed join placed using (place_key)
