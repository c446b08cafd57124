-- How likely two people are one, one row a candidate pair: whole bits for and against of what agrees, names by how rare they are.
create table duplicate_pair as
with told as materialized (
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
      when a.birth_day is null or b.birth_day is null then if(a.birth_year = b.birth_year, 6, -6)
      when a.birth_year = b.birth_year and month(a.birth_day) = day(b.birth_day) and day(a.birth_day) = month(b.birth_day) then 11
      when (a.birth_year = b.birth_year and (month(a.birth_day) = month(b.birth_day) or day(a.birth_day) = day(b.birth_day)))
        or (month(a.birth_day) = month(b.birth_day) and day(a.birth_day) = day(b.birth_day)) then 6
      when a.birth_year = b.birth_year then 0
      else -10
    end
      + case when a.sex = b.sex then 1 when a.sex is null or b.sex is null then 0 else -4 end
      + case when a.phone = b.phone then 8 when a.phone is null or b.phone is null then 0 else -2 end
      + case
        when a.unit = b.unit then 6
        when a.province <> b.province then -10
        when a.phone is distinct from b.phone then -6
        when a.district = b.district then 2
        else 0
      end as other_score
  from candidate_pair join told as a on a.exact_key = first_key join told as b on b.exact_key = second_key
), numbered as (
  -- Letters and digits are compared where the pair could still come to be reviewed.
  select *,
    a.name_hash = b.name_hash as one_name,
    case when other_score + if(one_name, 16, 8) + 24 >= 18 then
      case when length(a.id_digits) = length(b.id_digits) then
        case when hamming(a.id_digits, b.id_digits) between 1 and 4 then damerau_levenshtein(a.id_digits, b.id_digits) end
      end
    end as id_slips,
    case
      when a.id_digits = b.id_digits then 2
      when id_slips <= 1 then 16
      when id_slips = 2 then -8
      when a.id_form = '12' and b.id_form = '12' then -30
      when a.id_form = '9' and b.id_form = '9' then -12
      else 0
    end as id_score
  from pair
), spelt as (
  select *,
    case when one_name then lower(a.full_name) <> lower(b.full_name) end as spelt_apart,
    case when spelt_apart then tone_placed(a.full_name) end as spelt_a,
    case when spelt_apart then tone_placed(b.full_name) end as spelt_b,
    case when not one_name and other_score + id_score + 16 >= 18 and length(a.name_key) - length(b.name_key) between -2 and 2 then
      case when levenshtein(a.name_key, b.name_key) <= 4 then damerau_levenshtein(a.name_key, b.name_key) end
    end as name_slips
  from numbered
), named as (
  select *,
    case
      when a.name_key is null or b.name_key is null then 'unknown'
      when one_name and (not spelt_apart or spelt_a = spelt_b) then 'same'
      when one_name and (spelt_a = a.name_key or spelt_b = b.name_key) then 'without_accents'
      when one_name then 'other_accents'
      when name_slips <= 2 and length(a.name_key) >= 8 then 'near'
      when a.given_hash = b.given_hash and split_part(a.name_key, ' ', 1) = split_part(b.name_key, ' ', 1) then 'part'
      when starts_with(a.name_key, b.name_key) or starts_with(b.name_key, a.name_key) then 'part'
      else 'other'
    end as names
  from spelt
), likeness as materialized (
  select first_key,
    second_key,
    a.record_key as first_record,
    b.record_key as second_record,
    names,
    other_score + id_score as unnamed_score,
    case when one_name or names = 'near' then a.name_hash end as first_name,
    case when one_name or names = 'near' then b.name_hash end as second_name,
    one_name and a.birth_day = b.birth_day and a.sex = b.sex and a.unit = b.unit and a.phone = b.phone
      and (a.id_form = '12' and b.id_form = '9' or a.id_form = '9' and b.id_form = '12') as id_changed
  from named
), share as (
  select name_hash, count(*) as people
  from exact_person
  semi join (
    select first_name as name_hash from likeness union select second_name from likeness
  ) using (name_hash)
  group by name_hash
), scored as (
  select likeness.*,
    least(share_a.people, share_b.people) as rarer,
    least(16, greatest(1, cast(floor(log2(everybody / rarer)) as integer))) as name_bits,
    unnamed_score + case names
      when 'unknown' then 0
      when 'same' then name_bits
      when 'without_accents' then name_bits - 1
      when 'other_accents' then name_bits - 8
      when 'near' then if(rarer <= 2, 8, 3)
      when 'part' then 3
      else -10
    end as person_score
  from likeness
  left join share as share_a on share_a.name_hash = first_name
  left join share as share_b on share_b.name_hash = second_name,
  (select count(*) as everybody from exact_person)
), dose_pair as (
  -- Doses are compared where they may matter.
  select first_key,
    second_key,
    mine.number = theirs.number as same_number,
    abs(mine.dose_date - theirs.dose_date) as days,
    same_number and days = 0 and mine.vaccine = theirs.vaccine and mine.lot = theirs.lot as same_dose,
    sign(mine.number - theirs.number) <> sign(mine.dose_date - theirs.dose_date) as out_of_order
  from (from scored where person_score between 10 and 36) as close
  join dose_in as mine on mine.exact_key = first_key
  join dose_in as theirs on theirs.exact_key = second_key
), dose_evidence as (
  select first_key,
    second_key,
    case
      when bool_or(coalesce(same_dose, false)) then 8
      when bool_or(coalesce(same_number and days > 3, false)) then -8
      when bool_or(coalesce(same_number and days > 0, false)) then -4
      when bool_or(same_number) then 0
      when bool_or(coalesce(out_of_order, false)) then -4
      else 6
    end as dose_score
  from dose_pair
  group by first_key, second_key
)
select first_key, second_key, first_record, second_record, person_score + coalesce(dose_score, 0) as score, id_changed
from scored left join dose_evidence using (first_key, second_key);
drop table candidate_pair;
