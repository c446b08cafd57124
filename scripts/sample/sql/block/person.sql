-- The true people of a block, one row a person, before names and numbers are written out: place, household, sex, birth date,
-- and the slots of the name. Twins share birth date and surname with the person before; namesakes share all but the place.
with seat as (
  select commune_no, first_person, unnest(range(first_person, last_person)) as person
  from commune semi join current_block using (block)
), seated as (
  select commune_no, person,
    (person - first_person) % 12 as seat,
    pick('household', person - (person - first_person) % 12, 8) as pattern
  from seat
), bounds as (
  select min(person) as first, max(person) as last from seat
), drawn as (
  select commune_no, person,
    person - position as household,
    birth_year,
    chance('foreigner', person) < foreigner and birth_year < 2003 as is_foreigner,
    case when pick('sex', person, 2) = 0 then 'male' else 'female' end as sex,
    make_date(birth_year, 1, 1) + case
      when birth_year < 1962 and chance('new year', person) < new_year_birth then 0
      else pick('birthday', person, 365)
    end as birth_date,
    pick('surname', case when chance('family', person) < 0.7 then person - position else person end, 10000) as surname_slot,
    pick('middle', person, 10000) as middle_slot,
    pick('given', person, 10000) as given_slot,
    case
      when position > 0 and chance('twin', person) < twin then 'twin'
      when chance('namesake', person) < namesake then 'namesake'
    end as likeness,
    case
      when position > 0 and chance('twin', person) < twin then person - 1
      when chance('namesake', person) < namesake
        then first + cast(draw('namesake of', person) % (last - first + 1)::ubigint as bigint)
    end as model
  from seated
  join household_pattern using (pattern, seat)
  join age_slot on age_slot.slot = pick('age', person, 10000), params, bounds
), original as (
  select person as model,
    birth_year as model_birth_year,
    birth_date as model_birth_date,
    sex as model_sex,
    surname_slot as model_surname_slot,
    middle_slot as model_middle_slot,
    given_slot as model_given_slot
  from drawn
  where not is_foreigner and person in (select model from drawn)
), alike as (
  select drawn.* replace (case when model_sex is null or is_foreigner or model = person then null else likeness end as likeness),
    original.* exclude (model)
  from drawn left join original using (model)
)
select commune_no,
  person,
  household,
  is_foreigner,
  likeness,
  case when likeness is null then birth_year else model_birth_year end as birth_year,
  case when likeness is null then birth_date else model_birth_date end as birth_date,
  case likeness when 'namesake' then model_sex else sex end as sex,
  case when likeness is null then surname_slot else model_surname_slot end as surname_slot,
  case likeness when 'namesake' then model_middle_slot else middle_slot end as middle_slot,
  case
    when likeness = 'namesake' then model_given_slot
    -- Half of the slots away: no given name is that frequent, so twins never share it.
    when likeness = 'twin' and sex = model_sex then (model_given_slot + 3000 + given_slot % 4000) % 10000
    else given_slot
  end as given_slot
from alike
