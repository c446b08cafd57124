-- The doses of suspect courses, and those of people who have a person record beside other rows, one row a dose: the few that
-- the rules on several doses look at. A rule on one course alone looks at the former, those with `doses_suspect`. Every dose is
-- looked at as it is read: kept as a table first, all of them would be.
with course_dose as not materialized (
  select input_file,
    record,
    kind,
    column_prefix,
    dose_number,
    vaccine,
    dose_date,
    lot,
    facility,
    dose_kind,
    entered_on,
    full_name,
    person_key,
    born_from,
    case kind when 'dose_record' then person_key else hash(input_file, record) end as course_key
  from dose
), suspect as (
  select course_key from suspect_course where doses_suspect
)
select course_dose.*, true as doses_suspect from course_dose semi join suspect using (course_key)
union all
select course_dose.*, false
from course_dose
semi join (
  select person_key
  from course_dose
  where person_key in (select person_key from dose where kind = 'person_record')
  group by person_key
  having min(course_key) <> max(course_key)
) using (person_key)
anti join suspect using (course_key)
