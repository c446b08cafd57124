-- Rows about people, one row a person or dose record: parsed, placed in their commune, with what single rows break as bits of
-- `faults` (see `rule`) and up to three doses beside it. `row_id` follows the order of files and rows, dose records first.
-- `person_key` is the same for rows of one number, or of one name and birth date where there is no usable number.
create table row as
with sent as (
  select (1::bigint << 45) + (cast(file_index as bigint) << 32) + cast(file_row_number as bigint) + 1 as row_id,
    true as is_person,
    hash(*columns(*)) as line_hash,
    "Họ và tên" as name,
    "Ngày sinh" as birth,
    "Giới tính" as sex_sent,
    "Số CMT/CCCD" as id,
    "Số hộ chiếu" as passport,
    "Số điện thoại" as phone_sent,
    "Mã hồ sơ" as record_key,
    "Tỉnh/Thành phố" as province_name,
    "Mã tỉnh" as province_code,
    "Quận/Huyện" as district_name,
    "Mã huyện" as district_code,
    "Xã/Phường" as commune_name,
    "Mã xã" as commune_code,
    lower("Loại cư trú") as residence,
    strlen("Mã nhóm đối tượng ưu tiên") > 100 or strlen("Đơn vị công tác") > 300 or strlen("Số thẻ BHYT") > 300
      or strlen("Địa chỉ chi tiết") > 300 or strlen("Ghi chú") > 300 as too_long,
    null as number_1, lower("Mũi 1 Tên vắc xin") as vaccine_1, "Mũi 1 Ngày tiêm" as day_1, "Mũi 1 Lô vắc xin" as lot_1,
    "Mũi 1 Địa điểm tiêm" as facility_1,
    lower("Mũi 2 Tên vắc xin") as vaccine_2, "Mũi 2 Ngày tiêm" as day_2, "Mũi 2 Lô vắc xin" as lot_2, "Mũi 2 Địa điểm tiêm" as facility_2,
    lower("Mũi 3 Tên vắc xin") as vaccine_3, "Mũi 3 Ngày tiêm" as day_3, "Mũi 3 Lô vắc xin" as lot_3, "Mũi 3 Địa điểm tiêm" as facility_3,
    null as kind_1, null as entered
  from read_parquet('{raw}/person_*.parquet')
  union all
  select (cast(file_index as bigint) << 32) + cast(file_row_number as bigint) + 1, false, hash(*columns(*)), "Họ và tên", "Ngày sinh", "Giới tính", "Số CMT/CCCD",
    "Số hộ chiếu", "Số điện thoại", "Mã hồ sơ", "Tỉnh/Thành phố", "Mã tỉnh", "Quận/Huyện", "Mã huyện", "Xã/Phường", "Mã xã",
    lower("Loại cư trú"), strlen("Ghi chú") > 300,
    "Mũi số", lower("Tên vắc xin"), "Ngày tiêm", "Lô vắc xin", "Địa điểm tiêm",
    null, null, null, null, null, null, null, null,
    lower("Loại mũi"), "Ngày nhập liệu"
  from read_parquet('{raw}/dose_*.parquet')
), typed as (
  select *,
    -- From the first to the last character nothing that is white space or that NFC may change: nearly all names.
    case
      when regexp_full_match(name, '[!-~¡-˿Ḁ-ỿ]([ !-~¡-˿Ḁ-ỿ]*[!-~¡-˿Ḁ-ỿ])?') then name
      else nullif(trim(nfc_normalize(name)), '')
    end as full_name,
    day_written(birth) as birth_day,
    case when length(birth) <= 7 then
      case
        when regexp_full_match(birth, '[0-9]{4}') then try_cast(birth || '-01-01' as date)
        when regexp_full_match(birth, '[0-9]{1,2}[/.-][0-9]{4}')
          then try_cast(right(birth, 4) || '-' || lpad(left(birth, length(birth) - 5), 2, '0') || '-01' as date)
      end
    end as birth_period,
    coalesce(birth_day, birth_period) as born_from,
    case sex_sent
      when '0' then 'male'::sex
      when '1' then 'female'
      else case lower(sex_sent)
        when 'nam' then 'male'
        when 'nữ' then 'female'
        when 'nu' then 'female'
        when 'giới tính nam' then 'male'
        when 'giới tính nữ' then 'female'
        when 'male' then 'male'
        when 'female' then 'female'
        else if(sex_sent is null, null, 'unknown')
      end
    end as sex,
    case when phone_sent glob '*[!0-9]*' then nullif(regexp_replace(phone_sent, '[^0-9]', '', 'g'), '') else phone_sent end as phone,
    case residence when 'thường trú' then true when 'tạm trú' then false when 'hiện tại' then false end as permanent,
    -- Marks go, and what Excel adds to a number that it takes for a decimal.
    case when id glob '*[!0-9]*'
      then translate(ltrim(regexp_replace(id, '^([0-9]+)[.]0$', '\1'), '''’‘`'), ' .-' || chr(160), '')
    end as id_cleaned,
    coalesce(id_cleaned, id) as id_digits,
    id_cleaned is null or regexp_full_match(id_cleaned, '[0-9]+') as id_is_digits
  from sent
), decoded as (
  select *,
    case when id_is_digits and (length(id_digits) = 12 or length(id_digits) in (10, 11) and id_digits not like '0%')
      then cast(id_digits as bigint)
    end as id_12,
    get_bit(getvariable('id_provinces'), cast(id_12 // 1000000000 as integer)) = 1 as province_known,
    cast(id_12 // 1000000 % 1000 as smallint) as id_born,
    1900 + 100 * (id_born // 200) + id_born % 100 as id_year,
    case id_born // 100 % 2 when 0 then 'male'::sex when 1 then 'female' end as id_sex
  from typed
), formed as (
  select *,
    case
      when id is null then 'missing'::id_form
      when not id_is_digits then
        case
          when regexp_full_match(id, '[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+') then 'scientific'
          when accentless(id_digits)
            in ('', 'khong', 'khongco', 'chuaco', 'chua', 'ko', 'koco', 'k', 'x', 'na', 'n/a', 'null', 'none') then 'placeholder'
          when regexp_full_match(id_digits, '[A-Za-z]{1,2}[0-9]{6,8}') then 'passport'
          else 'other'
        end
      when id_digits in ('123456789012', '012345678901', '123456789', '1234567890', '0123456789', '0', '00') then 'placeholder'
      when (id_12 is null or id_12 // 1000000000 % 111 = 0)
        and replace(id_digits, id_digits[1], '') = '' and (length(id_digits) >= 8 or id_digits[1] = '0') then 'placeholder'
      when length(id_digits) = 12 then '12'
      when length(id_digits) = 9 then '9'
      when length(id_digits) = 8 then '8'
      when length(id_digits) in (10, 11) and province_known and id_year = year(born_from) and id_sex = sex then 'padded'
      else 'other'
    end as id_form,
    id_form in ('12', '9') as id_usable,
    -- Takes longest: of dose records only those ask for it whose number tells nobody.
    case when is_person or not id_usable then accentless(full_name) end as name_key
  from decoded
), coded as (
  select formed.*, coded.unit as coded_unit
  from formed
  left join unit as coded on coded.code = case
    when commune_code is not null then lpad(commune_code, 5, '0')
    when commune_name is null and district_code is not null then lpad(district_code, 3, '0')
    when commune_name is null and district_name is null then lpad(province_code, 2, '0')
  end
), place_name as (
  select hash(lower(province.full_name), lower(district.full_name), lower(commune.full_name)) as place_hash, min(commune.unit) as unit
  from unit as commune
  join unit as district on district.unit = commune.parent
  join unit as province on province.unit = commune.province
  where commune.level = 'commune'
  group by place_hash
  having count(*) = 1
), placed as (
  select coded.* exclude (coded_unit), coalesce(coded_unit, place_name.unit) as unit, coded_unit is null and place_name.unit is not null as matched
  from coded
  left join place_name on place_hash = case
    when coded_unit is null and commune_name is not null
      then hash(lower(province_name), lower(district_name), lower(commune_name))
  end
), numbered as (
  select placed.* exclude (vaccine_1, vaccine_2, vaccine_3),
    first.vaccine as vaccine_1, second.vaccine as vaccine_2, third.vaccine as vaccine_3,
    coalesce(vaccine_1, day_1, lot_1, facility_1) is not null as given_1,
    coalesce(vaccine_2, day_2, lot_2, facility_2) is not null as given_2,
    coalesce(vaccine_3, day_3, lot_3, facility_3) is not null as given_3
  from placed
  left join vaccine_name as first on first.name = vaccine_1
  left join vaccine_name as second on second.name = vaccine_2
  left join vaccine_name as third on third.name = vaccine_3
)
select row_id,
  is_person,
  line_hash,
  full_name,
  name_key,
  case when birth_day is null then birth end as birth_text,
  birth_day,
  born_from,
  sex,
  id_digits,
  id_form,
  id_usable,
  passport,
  phone,
  record_key,
  permanent,
  unit,
  case
    when id_usable then hash(id_digits)
    when full_name is not null and born_from is not null
      then hash(name_key, born_from, case when birth_day is not null then 1 when length(birth) = 4 then 3 else 2 end)
  end as person_key,
  case when id is null and passport is null then 1 else 0 end
    | case when id_form = 'placeholder' then 1 << 1 else 0 end
    | case when id_form = 'other' or (id_form = 'passport' and passport is null) then 1 << 2 else 0 end
    | case when id_form = 'scientific' then 1 << 3 else 0 end
    | case when id_form = '12' and id_year <> year(born_from) then 1 << 4 else 0 end
    | case when id_form = '12' and id_sex <> sex and sex <> 'unknown' then 1 << 5 else 0 end
    | case when full_name is null then 1 << 6 else 0 end
    | case when birth is null then 1 << 7 else 0 end
    | case when birth is not null and born_from is null then 1 << 8 else 0 end
    | case when born_from > date '{as_of}' then 1 << 9 else 0 end
    | case when born_from <= date '{as_of}' - interval 121 year
        and (birth_day is not null or born_from + interval 1 year <= date '{as_of}' - interval 121 year) then 1 << 10 else 0 end
    | case when sex is null or sex = 'unknown' then 1 << 11 else 0 end
    | case when full_name is null and birth is null then 1 << 12 else 0 end
    | case when unit is null then
        case
          when coalesce(province_name, province_code, district_name, district_code, commune_name, commune_code) is null then 1 << 14
          else 1 << 13
        end
      else 0 end
    | case when too_long or strlen(passport) > 30 or strlen(phone_sent) > 30 or strlen(record_key) > 64
        or greatest(strlen(province_name), strlen(district_name), strlen(commune_name)) > 100 then 1 << 16 else 0 end
    | case when residence is not null and permanent is null then 1 << 17 else 0 end
    | case when id_form = '8' then 1::bigint << 28 else 0 end
    | case when id_form = 'padded' then 1::bigint << 29 else 0 end
    | case when id_form = '12' and not province_known then 1::bigint << 30 else 0 end
    | case when strlen(full_name) > 200 or not regexp_full_match(full_name, '[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ .''’-]+')
        then case when length(full_name) > 200 or not regexp_full_match(full_name, '[\p{L}\p{M} .''’-]+') then 1::bigint << 31 else 0 end
      else 0 end
    -- Names that people type to try a form: the first look lets through more than the second finds.
    | case when regexp_matches(full_name, '(?i)(^| )(t.st|.bcd?|xyz|.sdf|qw.(rty)?|[dđ].m.)( |$)| .$|^th. +ngh..m$|^kh.ng +t.n$|^ch.a +r. +t.n$|^[^ ]+$')
        then case when is_test_name(accentless(full_name)) then 1::bigint << 32 else 0 end
      else 0 end
    | case when birth_period is not null and birth_day is null then 1::bigint << 33 else 0 end
    | case when matched then 1::bigint << 34 else 0 end
    | case when name <> full_name then 1::bigint << 38 else 0 end as faults,
  number_1, given_1, vaccine_1, day_written(day_1) as day_1, lot_1, hash(facility_1) as facility_1, kind_1, day_written(entered) as entered_on,
  given_2, vaccine_2, day_written(day_2) as day_2, lot_2, hash(facility_2) as facility_2,
  given_3, vaccine_3, day_written(day_3) as day_3, lot_3, hash(facility_3) as facility_3,
  -- Of each dose, whether no day is written, and whether its place is too long.
  cast(if(day_1 is null, 1, 0) | if(day_2 is null, 2, 0) | if(day_3 is null, 4, 0)
    | if(strlen(facility_1) > 200, 8, 0) | if(strlen(facility_2) > 200, 16, 0) | if(strlen(facility_3) > 200, 32, 0)
    | if(entered is not null and day_written(entered) is null, 64, 0) as utinyint) as blank
from numbered;
