-- Name, numbers and phone of the true people of a block, one row a person. A number of 12 digits is 9PP C YY NNNNNN; its
-- last digit is so chosen that no single wrong digit makes the number of somebody else (real numbers have no check digit).
with slotted as (
  select person.*,
    name_class(sex, case when birth_year < 1965 then 'old' when birth_year < 1990 then 'mid' else 'young' end) as name_class,
    case
      when chance('registered', person) < registered_elsewhere then pick('registered at', person, 63)
      else commune.id_position
    end as id_position,
    case when chance('own phone', person) < own_phone then person else household end as phone_owner
  from person join commune using (commune_no), params
), numbered_in_block as (
  select person, id_position * 100000 + birth_year * 10 + case sex when 'female' then 1 else 0 end as register from slotted
), ranked as (
  select slotted.*,
    register,
    lanes * (rank_in_block + coalesce(used, 0)) + lane as rank
  from slotted
  join (
    select person, register, row_number() over (partition by register order by person) - 1 as rank_in_block from numbered_in_block
  ) using (person)
  left join id_used using (register), current_block
), placed as (
  select ranked.*, id_place.code as id_place
  from ranked
  -- A full register goes on in the number range of another province.
  join id_place on id_place.position = (id_position + rank // 100000) % 63
), numbered as (
  select *,
    90000000000
      + cast(id_place as bigint) * 100000000
      + (2 * (birth_year // 100 - 19) + case sex when 'female' then 1 else 0 end) * 10000000
      + birth_year % 100 * 100000
      + (rank * 7919 + birth_year * 331) % 100000 as number_11,
    (phone_owner * 48271 + pick('phones', 0, 1000000))::bigint % 50000000 as phone_number
  from placed
)
select person,
  case when is_foreigner then split_part(foreign_name.name, ' ', 1) else surname end as surname,
  case when is_foreigner then '' else middle end as middle,
  case when is_foreigner then substr(foreign_name.name, strpos(foreign_name.name, ' ') + 1) else given end as given,
  case when is_foreigner then foreign_name.name else surname || ' ' || middle || ' ' || given end as full_name,
  case when not is_foreigner then number_11 || '' || check_digit(number_11) end as id_12,
  case when not is_foreigner then '9' || digits((numbered.person * 61803399 + 27182818) % 100000000, 8) end as id_9,
  case when is_foreigner then 'ZZ' || digits((numbered.person * 7654321 + 1234567) % 10000000, 7) end as passport_number,
  ['050', '051', '053', '054', '057'][1 + phone_number // 10000000] || digits(phone_number % 10000000, 7) as phone,
  register,
  chance('card of 9', person) < identity_card_9 and birth_year < 2004 as shows_id_9,
  case
    when chance('lives', person) < lives_elsewhere
      then first_commune_no + pick('lives at', person, province_communes)
    else commune_no
  end as permanent_commune_no
from numbered
join (select commune_no, first_commune_no, province_communes from commune) using (commune_no)
join surname_slot on surname_slot.slot = numbered.surname_slot
join middle_slot on middle_slot.slot = name_class * 10000 + numbered.middle_slot
join given_slot on given_slot.slot = name_class * 10000 + numbered.given_slot
join foreign_name on foreign_name.position = person % 16, params
