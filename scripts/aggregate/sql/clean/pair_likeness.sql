-- What two people of the exact keys have in common, one row a candidate pair: whole bits for and against of what agrees, but for
-- names, which count by how common they are (`duplicate_pair`): how they compare, and the names themselves where that matters.
-- Names are compared on the accent-free key and confirmed on the accented spelling, wherever the tone mark stands. Two different
-- numbers of 12 digits, unless one slip apart, are two people. Source: our weights, after Fellegi and Sunter (1969), measured by
-- `npm run bench -- clean`.
with told as materialized (
  -- What is looked at of a person.
  select exact_key, record_key, full_name, name_key, given_key, birth_day, birth_year, sex, id_digits, id_form, phone, unit_code
  from exact_person
  semi join (select first_key as exact_key from candidate_pair union all select second_key from candidate_pair) using (exact_key)
), pair as (
  select first_key,
    second_key,
    a,
    b,
    case
      when a.birth_day = b.birth_day then 14
      when a.birth_year is null or b.birth_year is null then 0
      when a.birth_day is null or b.birth_day is null then case when a.birth_year = b.birth_year then 6 else -6 end
      when a.birth_year = b.birth_year and month(a.birth_day) = day(b.birth_day) and day(a.birth_day) = month(b.birth_day) then 11
      when (a.birth_year = b.birth_year and (month(a.birth_day) = month(b.birth_day) or day(a.birth_day) = day(b.birth_day)))
        or (month(a.birth_day) = month(b.birth_day) and day(a.birth_day) = day(b.birth_day)) then 6
      when a.birth_year = b.birth_year then 0
      else -10
    end as birth_score,
    case when a.sex = b.sex then 1 when a.sex is null or b.sex is null then 0 else -4 end as sex_score,
    case
      when a.phone = b.phone then 8
      when a.phone is null or b.phone is null then 0
      else -2
    end as phone_score,
    case
      when a.unit_code = b.unit_code then 6
      -- Who has moved mostly keeps the phone; a namesake elsewhere does not have it.
      when place_a.province_code <> place_b.province_code then -10
      when a.phone is distinct from b.phone then -6
      when place_a.parent_code = place_b.parent_code then 2
      else 0
    end as place_score,
    birth_score + sex_score + phone_score + place_score as other_score,
    review_score
  from candidate_pair
  join told as a on a.exact_key = first_key
  join told as b on b.exact_key = second_key
  left join unit_place as place_a on place_a.unit_code = a.unit_code
  left join unit_place as place_b on place_b.unit_code = b.unit_code,
  params
), numbered as (
  -- Letters and digits are compared, which takes time, where the pair could still come to be reviewed: names add 16 at most,
  -- or 8 where they differ, numbers 16, doses 8.
  select *,
    case when other_score + case when a.name_key = b.name_key then 16 else 8 end + 24 >= review_score
        -- Two slips, where each swaps two digits, leave four that differ.
        and length(a.id_digits) = length(b.id_digits) and hamming(a.id_digits, b.id_digits) between 1 and 4
      then damerau_levenshtein(a.id_digits, b.id_digits) end as id_slips,
    case
      -- A number that several people have says little.
      when a.id_digits = b.id_digits then 2
      when id_slips <= 1 then 16
      when id_slips = 2 then -8
      when a.id_form = '12' and b.id_form = '12' then -30
      when a.id_form = '9' and b.id_form = '9' then -12
      else 0
    end as id_score
  from pair
), spelt as (
  -- The spelling matters where the names are one but for accents.
  select *,
    a.name_key = b.name_key as one_name,
    one_name and lower(a.full_name) <> lower(b.full_name) as spelt_apart,
    case when spelt_apart then tone_placed(a.full_name) end as spelt_a,
    case when spelt_apart then tone_placed(b.full_name) end as spelt_b,
    case when not one_name and other_score + id_score + 16 >= review_score
        and length(a.name_key) - length(b.name_key) between -2 and 2
        -- A swap of two letters is two changes of one letter, which are counted in an eighth of the time.
        and levenshtein(a.name_key, b.name_key) <= 4
      then damerau_levenshtein(a.name_key, b.name_key) end as name_slips
  from numbered
), named as (
  select *,
    case
      when a.name_key is null or b.name_key is null then 'unknown'
      when one_name and (not spelt_apart or spelt_a = spelt_b) then 'same'
      when one_name and (spelt_a = a.name_key or spelt_b = b.name_key) then 'without_accents'
      when one_name then 'other_accents'
      when name_slips <= 2 and length(a.name_key) >= 8 then 'near'
      -- A middle or given name is left out.
      when a.given_key = b.given_key and split_part(a.name_key, ' ', 1) = split_part(b.name_key, ' ', 1) then 'part'
      when starts_with(a.name_key, b.name_key) or starts_with(b.name_key, a.name_key) then 'part'
      else 'other'
    end as names
  from spelt
)
select first_key,
  second_key,
  a.record_key as first_record,
  b.record_key as second_record,
  names,
  case when one_name or names = 'near' then a.name_key end as first_name,
  case when one_name or names = 'near' then b.name_key end as second_name,
  birth_score,
  sex_score,
  id_score,
  phone_score,
  place_score,
  -- An old number of 9 digits and a new one of 12 of the same name, birth date, sex, commune and phone.
  one_name and a.birth_day = b.birth_day and a.sex = b.sex and a.unit_code = b.unit_code and a.phone = b.phone
    and a.id_form <> b.id_form and least(a.id_form, b.id_form) = '12' and greatest(a.id_form, b.id_form) = '9' as id_changed
from named
