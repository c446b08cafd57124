-- Accepted rows about people with what tells them apart, one row a person_record or dose_record row, corrections applied.
-- `row_id` is its file's number and its record; `row_rank` orders rows by how much they say, the row itself as tie-break.
-- `record_key` names the row for events and worklists: the platform's where it has one, else derived from the row as it
-- came, so that a correction does not change it. `exact_key` is the same for rows that are surely one person's: of one
-- passport (foreigners), one usable identity number, or one name, birth date, sex and commune; where only the year or month
-- of birth is known the phone must be the same too. Accents are left aside; `name_twin` says where they tell two people
-- apart. A row that has none of these stands for itself.
with accepted as (
  select accepted_person.*,
    case when phone glob '*[!0-9]*' then nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '') else phone end as phone_digits,
    id_form in ('12', '9') and shared_id.id_digits is null as id_tells
  from accepted_person left join shared_id using (id_digits)
), keyed as (
  select *,
    coalesce(record_key, 'hs-' || left(md5(case
      when id_tells then 'id:' || id_digits
      when passport_number is not null then 'pp:' || passport_number
      when name_key is null or birth_year is null or sex is null then 'row:' || input_file || ':' || record
      else concat_ws('|', 'nb:', name_key, coalesce(cast(birth_day as varchar), birth_date || '|' || coalesce(phone_digits, '')), sex, unit_code)
    end), 16)) as row_key,
    case
      when not any_decided or id_tells then null
      when id_form = 'padded' then 'id_padded:' || left(md5(row_key), 16)
      -- Of the rows of one key those that have no number are told by none.
      when id_form in ('12', '9') then 'id_shared:' || left(md5(row_key), 16)
    end as decided_key
  from accepted, (select count(*) > 0 as any_decided from decision)
), correction_of as (
  select record_key,
    any_value(corrected_value) filter (column_name = 'full_name') as right_name,
    any_value(corrected_value) filter (column_name = 'birth_date') as right_birth,
    any_value(corrected_value) filter (column_name = 'sex') as right_sex,
    any_value(corrected_value) filter (column_name = 'id_number') as right_id,
    any_value(corrected_value) filter (column_name = 'unit_code') as right_unit
  from correction
  group by record_key
), decided as (
  -- Of proposals about one number: lost zeros put back, or a number that is the row's own though others have it too.
  select proposal_key as decided_key,
    proposal_key like 'id_padded:%' and decision = 'apply' as put_back,
    proposal_key like 'id_shared:%' and decision = 'discard' as is_own
  from decision
  where proposal_key like 'id_%'
), corrected as (
  select keyed.* replace (
      coalesce(right_name, full_name) as full_name,
      coalesce(accentless(right_name), name_key) as name_key,
      coalesce(right_birth, birth_date) as birth_date,
      coalesce(right_sex, sex) as sex,
      coalesce(right_id, case when put_back then id_proposed end, id_digits) as id_digits,
      case
        when right_id is not null then cast(length(right_id) as varchar)
        when put_back then '12'
        else id_form
      end as id_form,
      coalesce(right_unit, unit_code) as unit_code,
      case when right_unit is not null then 'permanent' else residence_kind end as residence_kind,
      id_tells or right_id is not null or coalesce(put_back, false) or coalesce(is_own, false) as id_tells
    ),
    right_birth
  from keyed
  left join correction_of on correction_of.record_key = row_key
  left join decided using (decided_key)
), dated as (
  select * replace (
      case
        when right_birth is null then birth_day
        when right_birth like '____-__-__' then try_cast(right_birth as date)
        else cast(try_strptime(translate(right_birth, '.-', '//'), '%d/%m/%Y') as date)
      end as birth_day,
      case
        when right_birth is null then birth_precision
        when length(right_birth) = 4 then 'year'
        when length(right_birth) <= 7 then 'month'
        else 'day'
      end as birth_precision,
      case when right_birth is null then birth_year else cast(regexp_extract(right_birth, '[0-9]{4}') as integer) end as birth_year
    )
  from corrected
), based as (
  select *,
    case
      when id_tells then 'id'
      when passport_number is not null then 'passport'
      when name_key is null or birth_year is null or sex is null then 'row'
      else 'name'
    end as key_basis
  from dated
)
select row_id,
  cast(case when residence_kind = 'permanent' then 0 else 8 end + case when birth_day is not null then 0 else 4 end
    + case when phone_digits is not null then 0 else 2 end + case kind when 'person_record' then 0 else 1 end as ubigint)
    * 1152921504606846976 + cast(row_id as ubigint) as row_rank,
  kind,
  row_key as record_key,
  record_key is not null as key_sent,
  full_name,
  name_key,
  birth_date,
  birth_day,
  birth_year,
  birth_precision,
  sex,
  id_digits,
  id_form,
  -- As it was written, where it is no number that a list could show instead.
  case when id_form not in ('12', '9') then id_number end as id_written,
  id_tells,
  id_proposed,
  passport_number,
  phone_digits as phone,
  residence_kind,
  unit_code,
  key_basis,
  case key_basis
    when 'id' then hash('id', id_digits)
    when 'passport' then hash('pp', upper(passport_number))
    when 'name' then
      if(birth_day is not null,
        hash('nb', name_key, birth_day, sex, unit_code),
        hash('ny', name_key, birth_date, sex, unit_code, coalesce(phone_digits, '')))
    else hash('row', row_id)
  end as exact_key
from based
