-- Doses that are another one written twice, one row a dose and the dose it is merged into. Nobody is given two doses on one
-- day; and two doses of one number and vaccine within 14 days are one, dated twice. The first row sent stands.
with looked_at as (
  -- Where doses are plain every number stands once and every day once.
  select dose_id, person_id, dose_date, dose_number, vaccine
  from dose_of_person semi join (from dose_course where not plain) using (person_id)
), same_day as (
  select person_id, dose_date, min(dose_id) as kept_id
  from looked_at
  group by person_id, dose_date
  having count(*) > 1
), first_merge as (
  select dose_id, kept_id, 'same_day' as basis
  from looked_at join same_day using (person_id, dose_date)
  where dose_id <> kept_id
), left_over as (
  select * from looked_at anti join first_merge using (dose_id)
), near as (
  select dose_id,
    first_value(dose_id) over earlier as kept_id,
    dose_date - first_value(dose_date) over earlier as days
  from left_over
  where dose_number is not null
  window earlier as (partition by person_id, dose_number, vaccine order by dose_date, dose_id)
)
from first_merge
union all
select dose_id, kept_id, 'same_number' from near where dose_id <> kept_id and days <= 14
