-- Every dose once, one row a dose, with its place in the person's course by date and its kind: as marked in the file, else
-- primary up to the number of doses of the first vaccine's course, then additional where a rule of the day says so for that
-- vaccine, then the first booster, then the second. Source of the rules: reference/dose_rules.csv.
with primary_course as (
  select vaccine as first_vaccine, max(cast(doses as integer)) as primary_doses
  from dose_rules where dose_kind = 'primary' group by vaccine
), additional_rule as (
  select vaccine as first_vaccine, min(cast(valid_from as date)) as additional_from
  from dose_rules where dose_kind = 'additional' group by vaccine
), kept as (
  select * from dose_of_person anti join dose_merged using (dose_id)
), course as (
  select person_id,
    list_sort(list({
      dose_date: dose_date,
      dose_id: dose_id,
      dose_number: dose_number,
      vaccine: vaccine,
      marked: dose_kind,
      entered_on: entered_on
    })) as doses
  from kept
  group by person_id
), ruled as (
  select person_id,
    doses,
    coalesce(primary_doses, 2) as primary_doses,
    coalesce(
      doses[coalesce(primary_doses, 2) + 1].marked = 'additional',
      doses[coalesce(primary_doses, 2) + 1].dose_date >= additional_from,
      false
    ) as has_additional
  from course
  left join primary_course on first_vaccine = doses[1].vaccine
  left join additional_rule on additional_rule.first_vaccine = doses[1].vaccine
), placed as (
  select person_id, primary_doses, has_additional,
    unnest(doses, recursive := true),
    generate_subscripts(doses, 1) as place
  from ruled
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
from placed
