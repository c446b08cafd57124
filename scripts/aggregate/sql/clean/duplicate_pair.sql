-- How likely two people of the exact keys are one person, one row a candidate pair: whole bits for and against, by what
-- agrees. A name counts by how rare it is, so that sharing "Nguyễn Văn An" says less than sharing a rare name. Names are
-- compared on the accent-free key and confirmed on the accented spelling, wherever the tone mark stands. Two different
-- numbers of 12 digits, unless one slip apart, are two people. One dose in both (same day, vaccine and lot) is evidence
-- for, the same dose number months apart is evidence against. Source: our weights, after Fellegi and Sunter (1969).
with total as (
  select greatest(count(*), 1) as people from exact_person
), pair as (
  select first_key,
    second_key,
    one as a,
    other as b,
    least(name_a.people, name_b.people) as rarer,
    greatest(1, cast(floor(log2(total.people / least(name_a.people, name_b.people))) as integer)) as name_bits,
    damerau_levenshtein(one.name_key, other.name_key) as name_slips,
    case when length(one.id_digits) = length(other.id_digits) and one.id_digits <> other.id_digits
      then damerau_levenshtein(one.id_digits, other.id_digits) end as id_slips
  from candidate_pair
  join exact_person as one on one.exact_key = first_key
  join exact_person as other on other.exact_key = second_key
  left join name_share as name_a on name_a.name_key = one.name_key
  left join name_share as name_b on name_b.name_key = other.name_key,
  total
), spelt as (
  select *, tone_placed(a.full_name) as spelt_a, tone_placed(b.full_name) as spelt_b from pair
), dose_pair as (
  select first_key,
    second_key,
    mine.dose_date = theirs.dose_date and mine.vaccine = theirs.vaccine as same_dose,
    same_dose and mine.lot = theirs.lot as same_lot,
    mine.dose_number = theirs.dose_number and abs(mine.dose_date - theirs.dose_date) > 14 as conflict
  from candidate_pair
  join dose_in as mine on mine.exact_key = first_key
  join dose_in as theirs on theirs.exact_key = second_key
), dose_evidence as (
  select first_key,
    second_key,
    case
      when bool_or(coalesce(same_lot, false)) then 10
      when bool_or(same_dose) then 6
      when bool_or(coalesce(conflict, false)) then -6
      -- The doses of one are those that the other lacks.
      else 3
    end as dose_score
  from dose_pair
  group by first_key, second_key
), weighed as (
  select *,
    case
      when a.name_key is null or b.name_key is null then 0
      when a.name_key = b.name_key and spelt_a = spelt_b then least(name_bits, 16)
      -- One of them was written without accents.
      when a.name_key = b.name_key and (spelt_a = a.name_key or spelt_b = b.name_key) then least(name_bits, 16) - 1
      when a.name_key = b.name_key then least(name_bits, 16) - 8
      when name_slips <= 2 and length(a.name_key) >= 8 then case when rarer <= 2 then 8 else 3 end
      -- A middle or given name is left out.
      when a.given_key = b.given_key and split_part(a.name_key, ' ', 1) = split_part(b.name_key, ' ', 1) then 3
      when starts_with(a.name_key, b.name_key) or starts_with(b.name_key, a.name_key) then 3
      else -10
    end as name_score,
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
      -- A number that several people have says little.
      when a.id_digits = b.id_digits then 2
      when id_slips <= 1 then 16
      when id_slips = 2 then -8
      when a.id_form = '12' and b.id_form = '12' then -30
      when a.id_form = '9' and b.id_form = '9' then -12
      else 0
    end as id_score,
    case
      when a.phone = b.phone then 8
      when a.phone is null or b.phone is null then 0
      else -2
    end as phone_score,
    case
      when a.unit_code = b.unit_code then 6
      -- Who has moved mostly keeps the phone; a namesake elsewhere does not have it.
      when a.province_code <> b.province_code then -10
      when a.phone is distinct from b.phone then -6
      when a.parent_code = b.parent_code then 2
      else 0
    end as place_score
  from spelt
)
select weighed.first_key,
  weighed.second_key,
  a.record_key as first_record,
  b.record_key as second_record,
  name_score,
  birth_score,
  sex_score,
  id_score,
  phone_score,
  place_score,
  coalesce(dose_score, 0) as dose_score,
  name_score + birth_score + sex_score + id_score + phone_score + place_score + coalesce(dose_score, 0) as score,
  -- An old number of 9 digits and a new one of 12 of the same name, birth date, sex, commune and phone.
  a.name_key = b.name_key and a.birth_day = b.birth_day and a.sex = b.sex and a.unit_code = b.unit_code and a.phone = b.phone
    and a.id_form <> b.id_form and least(a.id_form, b.id_form) = '12' and greatest(a.id_form, b.id_form) = '9' as id_changed
from weighed
left join dose_evidence on dose_evidence.first_key = weighed.first_key and dose_evidence.second_key = weighed.second_key
