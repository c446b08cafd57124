-- Everybody once: the fullest of the rows that are one person's, what kinds of rows it has, its class of CV 2262 and
-- whether it is a foreigner. `unit_code` is the permanent commune where any row records one, else the current one. A person
-- right from the start has no class.
with linked as (
  select person_link.person_id, exact_person.* from exact_person join person_link using (exact_key)
), chosen as (
  select person_id,
    arg_min(exact_key, {
      rank: case when id_tells and id_form = '12' then 0 when id_tells then 1 when key_basis = 'passport' then 2 else 3 end,
      exact_key: exact_key
    }) as exact_key,
    count(*) as keys,
    cast(sum(row_count) as bigint) as all_rows,
    max(phone) as any_phone,
    min(unit_code) filter (residence_kind = 'permanent') as permanent_unit
  from linked
  group by person_id
), everybody as (
  -- Most people have one key and nothing to choose.
  select exact_key as person_id, * from exact_person anti join person_link using (exact_key)
  union all by name
  select linked.*, keys, all_rows, any_phone, permanent_unit from linked join chosen using (person_id, exact_key)
), class as (
  select coalesce(person_link.person_id, exact_key) as person_id,
    min(ministry_class) as ministry_class,
    bit_or(wrong_bits) as wrong_bits
  from row_class
  join person_row using (row_id)
  left join person_link using (exact_key)
  group by all
)
select everybody.person_id,
  row_id,
  record_key,
  full_name,
  name_key,
  birth_date,
  birth_day,
  birth_year,
  birth_precision,
  sex,
  id_digits,
  id_form,
  id_written,
  id_tells,
  passport_number,
  coalesce(phone, any_phone) as phone,
  coalesce(permanent_unit, unit_code) as unit_code,
  case when permanent_unit is not null then 'permanent' else residence_kind end as residence_kind,
  key_basis,
  key_basis = 'passport' as foreigner,
  coalesce(all_rows, row_count) as row_count,
  coalesce(keys, 1) as keys,
  ministry_class,
  wrong_bits
from everybody
left join class using (person_id)
