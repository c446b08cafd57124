-- The doses of suspect courses, and those of people who have a person record beside other rows, one row a dose: the few that
-- the rules on several doses look at. A rule on one course alone looks at the former, those with `doses_suspect`. Of a country
-- they are tens of millions, kept as a table: what is compared alone stands as a hash, `dose_hash` for the day and place of a
-- person's dose, `line_hash` for all that a dose record says. `column_prefix` is empty for those of dose records.
with suspect as (
  select course_key from suspect_course where doses_suspect
), beside as (
  select person_key
  from bare_identity
  group by person_key
  having count(*) > 1 and bool_or(kind = 'person_record')
), course_dose as (
  select input_file,
    record,
    column_prefix,
    dose_number,
    vaccine,
    dose_date,
    dose_kind,
    person_key,
    born_from,
    case when person_key is not null and dose_number is not null and dose_date is not null
      then hash(person_key, dose_number, dose_date, facility)
    end as dose_hash,
    case kind when 'dose_record'
      then hash(person_key, full_name, dose_number, vaccine, dose_date, lot, facility, entered_on)
    end as line_hash,
    case kind when 'dose_record' then person_key else hash(input_file, record) end as course_key
  from dose
)
select course_dose.*, suspect.course_key is not null as doses_suspect
from course_dose
left join suspect using (course_key)
left join beside using (person_key)
where suspect.course_key is not null or beside.person_key is not null
