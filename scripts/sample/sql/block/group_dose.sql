-- Doses that stand side by side in person records, one row a dose and record. Doses entered later, boosters entered
-- separately and dose 4 are dose records. A second record holds the later doses, or repeats dose 1.
with in_form as (
  select dose.*
  from dose join flaw using (person, arrival_no)
  where not is_separate and dose_number <= 3 and not is_alone
), second as (
  select person,
    any_value(chance('splits', person) < second_splits_course) and max(dose_number) > 1 as splits
  from in_form join record_plan using (person), params
  where role = 1
  group by person
), placed as (
  select in_form.*,
    case when splits and dose_number > 1 then 1 else 0 end as role
  from in_form left join second using (person)
  union all
  select in_form.*, 1 as role
  from in_form join second using (person)
  where not splits and dose_number = 1
)
select person, role, dose_number,
  person * 16 + role * 4 + dose_number as group_key,
  vaccine_written,
  day_text.text as dose_day,
  lot,
  facility
from (
  select * from placed
  union all
  select placed.* replace (2 as role) from placed join (select person, role from process) using (person, role)
)
join day_text on day = dose_date
