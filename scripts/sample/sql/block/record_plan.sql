-- How each record of a person is to be written, one row a record: role 0 is the main record, 1 a second record of the same
-- person, made by another place or at another dose.
with main as (
  select person, 0 as role, 'main' as record_kind, arrival_no, commune_no, class, is_unchecked, wrong_fields, id_form, shows_id_9,
    name_form, birth_form, is_other_sex, true as keeps_phone, is_alone
  from flaw
), candidate as (
  select flaw.*,
    birth_date,
    chance('second', person) as u,
    id_form in ('plain', 'spaced', 'dotted', 'apostrophe', 'decimal') as id_usable,
    first_commune_no + pick('moved to', person, province_communes) as moved_to
  from flaw join (select person, birth_date from person) using (person)
  join (select commune_no, first_commune_no, province_communes from commune) using (commune_no)
  where not flaw.is_foreigner and not is_alone
), kinds as (
  select candidate.*,
    case
      when u < second_same_id then case when id_usable then 'same_id' end
      when u < second_same_id + second_other_id then case when id_usable then 'other_id' end
      when u < second_same_id + second_other_id + second_no_id then 'no_id'
      when u < second_same_id + second_other_id + second_no_id + second_typo_name then 'typo_name'
      when u < second_same_id + second_other_id + second_no_id + second_typo_name + second_typo_id
        then case when not shows_id_9 then 'typo_id' end
      when u < second_same_id + second_other_id + second_no_id + second_typo_name + second_typo_id + second_swapped then 'swapped'
      when u < second_same_id + second_other_id + second_no_id + second_typo_name + second_typo_id + second_swapped + second_moved
        then case when id_usable then 'moved' end
    end as second_kind
  from candidate, params
)
select * from main
union all
select person, 1 as role, second_kind as record_kind,
  greatest(arrival_no, case when chance('second late', person) < 0.8 then 1 else (select max(arrival_no) from arrival) end) as arrival_no,
  case second_kind when 'moved' then moved_to else commune_no end as commune_no,
  case second_kind when 'no_id' then 'a' when 'typo_name' then 'c' when 'typo_id' then 'c' when 'swapped' then 'c' else 'none' end as class,
  false as is_unchecked,
  case second_kind
    when 'no_id' then 'id_number'
    when 'typo_id' then 'id_number'
    when 'typo_name' then 'full_name'
    when 'swapped' then 'birth_date'
    else ''
  end as wrong_fields,
  case second_kind when 'no_id' then 'missing' when 'typo_id' then 'typo' else 'plain' end as id_form,
  case
    when second_kind = 'other_id' then not shows_id_9
    when second_kind = 'moved' and pick('moved card', person, 5) < 2 then not shows_id_9
    else shows_id_9
  end as shows_id_9,
  case second_kind when 'typo_name' then 'misspelt' else 'plain' end as name_form,
  case
    when second_kind <> 'swapped' then 'plain'
    when day(birth_date) <= 12 and day(birth_date) <> month(birth_date) then 'swapped'
    else 'day_off'
  end as birth_form,
  false as is_other_sex,
  chance('second phone', person) < second_phone_kept as keeps_phone,
  false as is_alone
from kinds, params
where second_kind is not null
