-- Everybody once: the fullest of the rows that are one person's, what kinds of rows it has, its class of CV 2262 and
-- whether it is a foreigner. `unit_code` is the permanent commune where any row records one, else the current one. A person
-- right from the start has no class.
with linked as (
  select person_link.person_id, exact_person.row_count, person_row.*
  from exact_person join person_link using (exact_key) join person_row using (row_id)
), chosen as (
  select person_id,
    arg_min(row_id, {
      rank: case when id_tells and id_form = '12' then 0 when id_tells then 1 when key_basis = 'passport' then 2 else 3 end,
      exact_key: exact_key
    }) as row_id,
    count(*) as keys,
    cast(sum(row_count) as bigint) as row_count,
    max(phone) as any_phone,
    min(unit_code) filter (residence_kind = 'permanent') as permanent_unit
  from linked
  group by person_id
), everybody as (
  -- Most people have one key and nothing to choose.
  select exact_key as person_id, row_id, row_count, 1 as keys from exact_person anti join person_link using (exact_key)
  union all by name
  from chosen
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
  row_count,
  keys,
  ministry_class,
  wrong_bits
from everybody
join person_row using (row_id)
left join class using (person_id)
