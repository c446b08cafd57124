-- People of several exact keys, one row a person: what the fullest of its keys says, with any phone and any permanent commune
-- of the others, and what was wrong in any.
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
    min(unit_code) filter (residence_kind = 'permanent') as permanent_unit,
    min(ministry_class) as any_class,
    bit_or(wrong_bits) as all_bits
  from linked
  group by person_id
)
select linked.* replace (
    all_rows as row_count,
    coalesce(phone, any_phone) as phone,
    coalesce(permanent_unit, unit_code) as unit_code,
    case when permanent_unit is not null then 'permanent' else residence_kind end as residence_kind,
    any_class as ministry_class,
    all_bits as wrong_bits
  ),
  keys
from linked join chosen using (person_id, exact_key)
