-- How likely two people of the exact keys are one person, one row a candidate pair: whole bits for and against, by what
-- agrees. A name counts by how rare it is, so that sharing "Nguyễn Văn An" says less than sharing a rare name. One dose in both
-- (same number, day, vaccine and lot) is evidence for, and so are doses of the one that the other lacks; the same dose number on
-- another day is evidence against. Doses are compared where they may matter. Source: as of `pair_likeness`.
with total as (
  select greatest(count(*), 1) as people from exact_person
), weighed as (
  select pair_likeness.*,
    least(share_a.people, share_b.people) as rarer,
    least(16, greatest(1, cast(floor(log2(total.people / rarer)) as integer))) as name_bits,
    case names
      when 'unknown' then 0
      when 'same' then name_bits
      when 'without_accents' then name_bits - 1
      when 'other_accents' then name_bits - 8
      when 'near' then case when rarer <= 2 then 8 else 3 end
      when 'part' then 3
      else -10
    end as name_score
  from pair_likeness
  left join name_share as share_a on share_a.name_key = first_name
  left join name_share as share_b on share_b.name_key = second_name,
  total
), scored as (
  select first_key,
    second_key,
    first_record,
    second_record,
    name_score,
    birth_score,
    sex_score,
    id_score,
    phone_score,
    place_score,
    name_score + id_score + birth_score + sex_score + phone_score + place_score as person_score,
    id_changed
  from weighed
), dose_pair as (
  select first_key,
    second_key,
    mine.dose_number = theirs.dose_number as same_number,
    abs(mine.dose_date - theirs.dose_date) as days,
    same_number and days = 0 and mine.vaccine = theirs.vaccine and mine.lot = theirs.lot as same_dose,
    sign(mine.dose_number - theirs.dose_number) <> sign(mine.dose_date - theirs.dose_date) as out_of_order
  from (select first_key, second_key from scored, params where person_score between review_score - 8 and merge_score + 8)
  join dose_in as mine on mine.exact_key = first_key
  join dose_in as theirs on theirs.exact_key = second_key
), dose_evidence as (
  select first_key,
    second_key,
    case
      when bool_or(coalesce(same_dose, false)) then 8
      -- A few days apart one of the dates may be wrong.
      when bool_or(coalesce(same_number and days > 3, false)) then -8
      when bool_or(coalesce(same_number and days > 0, false)) then -4
      when bool_or(same_number) then 0
      when bool_or(coalesce(out_of_order, false)) then -4
      else 6
    end as dose_score
  from dose_pair
  group by first_key, second_key
)
select scored.* exclude (person_score, id_changed),
  coalesce(dose_score, 0) as dose_score,
  person_score + coalesce(dose_score, 0) as score,
  id_changed
from scored
left join dose_evidence using (first_key, second_key)
