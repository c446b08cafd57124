-- The cells that say who a record is about, as somebody wrote them, one row a record. Role 2 is the main or second record as
-- corrected in step 5: right data, the same key.
with corrected as (
  select record_plan.* replace (
      2 as role, 'corrected' as record_kind, arrival_of(updated_on) as arrival_no, 'none' as class, '' as wrong_fields, 'plain' as id_form,
      false as shows_id_9, 'plain' as name_form, 'plain' as birth_form, false as is_other_sex, true as keeps_phone
    ),
    role as keyed_role
  from process
  join record_plan using (person, role)
  -- What was corrected before the first list was sent is known from its events only.
  where arrival_of(updated_on) > record_plan.arrival_no and not is_alone and coalesce(stuck_at, 6) >= 5
), plan as (
  select *, role as keyed_role from record_plan
  union all
  select * from corrected
), station as (
  select commune_no, min_by(id_12, person) as station_number
  from identity join person using (person)
  where id_12 is not null and birth_year between 1960 and 1995
  group by commune_no
), home as (
  select commune_no, file_no, province_people, first_of_province - first_person as index_shift, writes_nfd, writes_sex_in_words,
    writes_names_only
  from commune
), place as (
  select commune_no as written_commune_no, province, province_code, district, district_code, commune, commune_code from commune
), joined as (
  select plan.* exclude (commune_no, shows_id_9),
    identity.* exclude (person, shows_id_9),
    home.*,
    place.*,
    birth_date,
    sex,
    station_number,
    person.person + index_shift as province_index,
    person.person * 4 + role as plan_key,
    case when plan.shows_id_9 then id_9 else id_12 end as id
  from plan
  join person using (person)
  join identity using (person)
  join home on home.commune_no = person.commune_no
  join place on written_commune_no = plan.commune_no
  left join station on station.commune_no = person.commune_no
), named as (
  select joined.*,
    case name_form
      when 'misspelt' then concat_ws(' ', surname, nullif(middle, ''), misspelt(given, pick('misspelt', plan_key, 5)))
      when 'unaccented' then unaccented(full_name)
      when 'shortened' then surname || ' ' || given
      else full_name
    end as spelt,
    chance('tone', plan_key) < old_tone and name_form = 'plain' as has_old_tone,
    chance('capitals', plan_key) < capitals as in_capitals,
    chance('unit', plan_key) < unit_unknown as has_unknown_unit,
    role < 2 and is_unchecked and chance('keyless', person) < keyless_person as is_keyless
  from joined, params
), toned as (
  select *, case when has_old_tone then old_tone(spelt) else spelt end as toned from named
), cased as (
  select *, case when in_capitals then upper(toned) else toned end as cased from toned
)
select person,
  role,
  plan_key,
  record_kind,
  arrival_no,
  class,
  is_unchecked,
  wrong_fields,
  file_no,
  written_commune_no as commune_no,
  is_alone,
  case when not is_keyless then
    'hs-' || province_code || '-' || digits(1
      + ((province_index + case keyed_role when 1 then province_people else 0 end) * 999983 + 271828) % (2 * province_people),
      case when province_people < 5000000 then 7 else 9 end)
  end as record_key,
  case when writes_nfd and role < 2 then nfd(cased) else cased end as full_name,
  case birth_form
    when 'year_only' then strftime(birth_date, '%Y')
    when 'swapped' then strftime(birth_date, '%m/%d/%Y')
    when 'year_off' then strftime(birth_date, '%d/%m/')
      || (year(birth_date) + case when year(birth_date) < 1990 then 1 else -1 end * cast(1 + pick('year off', plan_key, 9) as integer))
    when 'day_off' then digits(1 + (day(birth_date) + pick('day off', plan_key, 27)) % 28, 2)
      || strftime(birth_date, '/%m/%Y')
    else day_text.text
  end as birth_date,
  case
    when writes_sex_in_words then case when (sex = 'male') <> is_other_sex then 'Nam' else 'Nữ' end
    else case when (sex = 'male') <> is_other_sex then '0' else '1' end
  end as sex,
  case id_form
    when 'plain' then id
    when 'spaced' then id[1:3] || ' ' || id[4:6] || ' ' || id[7:9] || case when length(id) = 12 then ' ' || id[10:12] else '' end
    when 'dotted' then id[1:3] || '.' || id[4:6] || '.' || id[7:9] || case when length(id) = 12 then '.' || id[10:12] else '' end
    when 'apostrophe' then '''' || id
    when 'decimal' then id || '.0'
    when 'scientific' then id_12[1] || '.' || id_12[2:6] || 'E+11'
    when 'malformed' then id_12[1:(10 + pick('digits', plan_key, 2))::bigint]
    when 'placeholder' then
      ['000000000000', '123456789012', 'không có', '123456789', '000000000', 'chưa có'][1 + pick('placeholder', plan_key, 6)]
    when 'station' then station_number
    when 'typo' then other_digit(id, 5 + pick('typo at', plan_key, 8), 1 + pick('typo', plan_key, 9))
  end as id_number,
  passport_number,
  case
    when chance('phone', plan_key) < phone_missing then null
    when keeps_phone then phone
    else '041' || digits(pick('other phone', plan_key, 10000000), 7)
  end as phone,
  case when not writes_names_only then province_code end as province_code,
  province,
  case when not writes_names_only and not has_unknown_unit then district_code end as district_code,
  case when not has_unknown_unit then district end as district,
  case when has_unknown_unit then '99999' when not writes_names_only then commune_code end as commune_code,
  case when not has_unknown_unit then commune end as commune,
  case
    when chance('residence', person) < residence_unstated then null
    when permanent_commune_no = written_commune_no then 'thường trú'
    else 'tạm trú'
  end as residence_kind,
  case
    -- Half of the records are clean, and need no list put together.
    when id_form = 'plain' and name_form = 'plain' and birth_form = 'plain' and not (is_other_sex or in_capitals or toned <> spelt
      or writes_nfd or writes_names_only or has_unknown_unit or is_keyless) then ''
    else concat_ws(' ',
    nullif(case id_form when 'plain' then '' else 'id_' || id_form end, ''),
    nullif(case name_form when 'plain' then '' else 'name_' || name_form end, ''),
    nullif(case birth_form when 'plain' then '' else 'birth_' || birth_form end, ''),
    case when is_other_sex then 'sex_other' end,
    case when in_capitals then 'name_capitals' end,
    case when toned <> spelt then 'name_old_tone' end,
    case when writes_nfd and role < 2 and cased <> unaccented(cased) then 'name_nfd' end,
    case when writes_names_only then 'unit_names_only' end,
    case when has_unknown_unit then 'unit_unknown' end,
    case when is_keyless then 'key_missing' end
    )
  end as dirt
from cased
join day_text on day_text.day = birth_date, params
