-- Every dose once, one row a dose, with its place in the person's course by date and its kind: as marked in the file, else
-- primary up to the number of doses of the first vaccine's course, then additional where a rule of the day says so for that
-- vaccine, then the first booster, then the second. Source of the rules: reference/dose_rules.csv.
with primary_course as (
  select vaccine as first_vaccine, max(cast(doses as integer)) as primary_doses
  from dose_rules where dose_kind = 'primary' group by vaccine
), additional_rule as (
  select vaccine as first_vaccine, min(cast(valid_from as date)) as additional_from
  from dose_rules where dose_kind = 'additional' group by vaccine
), placed as (
  select dose_id,
    person_id,
    dose_number,
    vaccine,
    dose_date,
    entered_on,
    dose_kind as marked,
    row_number() over course as place,
    first_value(vaccine) over course as first_vaccine
  from dose_of_person
  semi join (from dose_course where not plain) using (person_id)
  anti join dose_merged using (dose_id)
  window course as (partition by person_id order by dose_date, dose_id)
), ruled as (
  select placed.*, coalesce(primary_doses, 2) as primary_doses, additional_from
  from placed
  left join primary_course using (first_vaccine)
  left join additional_rule using (first_vaccine)
), additional as (
  select person_id, true as has_additional
  from ruled
  where place = primary_doses + 1 and (marked = 'additional' or dose_date >= additional_from)
), course as (
  select dose_id, person_id, place, dose_number, vaccine, dose_date, entered_on, marked, primary_doses, has_additional
  from ruled left join additional using (person_id)
  union all by name
  select dose_id, person_id, dose_number as place, dose_number, vaccine, dose_date, entered_on, dose_kind as marked, primary_doses,
    has_additional
  from dose_of_person join dose_course using (person_id)
  where plain
)
select dose_id,
  person_id,
  cast(place as integer) as place,
  dose_number,
  vaccine,
  dose_date,
  entered_on,
  coalesce(marked, case
    when place <= primary_doses then 'primary'
    when place = primary_doses + 1 then if(has_additional, 'additional', 'booster_1')
    when place = primary_doses + 2 and has_additional then 'booster_1'
    else 'booster_2'
  end) as dose_kind
from course
