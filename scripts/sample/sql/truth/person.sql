-- The true people, one row a person: who they are, what the process of cleaning is about, and where they stand on the
-- report's day. `is_known` is false for people none of whose doses is entered yet.
with dosed as (
  select person, count(*) as doses, count(arrival_no) as doses_known from dose group by person
), subject as (
  select person, role, class, wrong_fields from process join record_plan using (person, role)
), latest as (
  select person, state, entered_on from true_state join arrival on arrival.day = as_of where is_last
)
select person.person as true_person,
  full_name as true_name,
  birth_date,
  sex,
  id_12,
  id_9,
  passport_number,
  phone,
  commune.commune_code,
  permanent.commune_code as permanent_commune_code,
  commune.district_code,
  commune.province_code,
  household,
  likeness,
  is_foreigner,
  coalesce(doses_known, 0) > 0 as is_known,
  subject.person is not null as subject,
  coalesce(class, 'none') as class,
  coalesce(subject.wrong_fields, '') as wrong_fields,
  coalesce(state, 'not_needed') as state,
  entered_on as state_entered_on,
  coalesce(doses, 0) as doses
from person
join identity using (person)
join commune on commune.commune_no = person.commune_no
join commune as permanent on permanent.commune_no = permanent_commune_no
left join dosed using (person)
left join subject using (person)
left join latest using (person)
