-- The doses given in a block up to the report's day, one row a dose, with the day on which somebody entered it and the
-- arrival that brings it (null: not entered yet).
with listed as (
  select person, unnest(list_filter([
      {kind: 'primary', vaccine: vaccine_1, dose_date: day_1},
      {kind: 'primary', vaccine: vaccine_2, dose_date: day_2},
      {kind: 'primary', vaccine: vaccine_2, dose_date: day_3},
      {kind: 'additional', vaccine: vaccine_2, dose_date: additional_on},
      {kind: 'booster_1', vaccine: booster_vaccine, dose_date: booster_on}
    ], lambda dose: dose.dose_date is not null)) as dose,
    generate_subscripts(list_filter([day_1, day_2, day_3, additional_on, booster_on], lambda day: day is not null), 1) as dose_number
  from course
), given as (
  select person, dose_number, dose.kind, dose.vaccine, cast(dose.dose_date as date) as dose_date, person * 8 + dose_number as dose_key
  from listed, params
  where dose.dose_date <= params.as_of
), delayed as (
  select given.*,
    dose_date + case
      when chance('entered', dose_key) < entered_same_day then 0
      when chance('entered', dose_key) < entered_same_day + entered_next_day then 1
      when chance('entered', dose_key) < entered_same_day + entered_next_day + entered_within_7
        then 2 + pick('days to entry', dose_key, 6)
      when chance('entered', dose_key) < entered_same_day + entered_next_day + entered_within_7 + entered_within_14
        then 8 + pick('days to entry', dose_key, 7)
      else 15 + pick('days to entry', dose_key, 186)
    end as entered_on
  from given, params
), entered as (
  -- People are counted by their records, so dose 1 of everybody is entered by 25 April 2022.
  select * replace (
      case dose_number when 1 then least(entered_on, greatest(dose_date, date '2022-04-25')) else entered_on end as entered_on
    )
  from delayed
)
select entered.person,
  dose_number,
  kind,
  entered.vaccine,
  written as vaccine_written,
  dose_date,
  lot_prefix || (1000 + hash(entered.vaccine, month(dose_date), pick('lot', dose_key, 4)) % 9000) as lot,
  case
    when chance('facility', dose_key) < 0.85 then 'Trạm Y tế ' || lower(commune[1]) || substr(commune, 2)
    when chance('facility', dose_key) < 0.97 then 'Trung tâm Y tế ' || lower(coalesce(district, province)[1]) || substr(coalesce(district, province), 2)
    else 'Bệnh viện Đa khoa ' || lower(province[1]) || substr(province, 2)
  end as facility,
  entered_on,
  arrival_of(entered_on) as arrival_no,
  kind <> 'primary' and chance('separate', dose_key) < booster_separate as is_separate
from entered
join vaccine_course using (vaccine)
join person using (person)
join commune using (commune_no), params
