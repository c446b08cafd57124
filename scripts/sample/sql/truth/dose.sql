-- The doses truly given, one row a dose, with the lines that tell of it (file:record, by spaces; blank: not entered yet).
with told as (
  select person, group_dose.dose_number, input_file || ':' || record as line, input_file, record
  from group_dose join person_line using (person, role)
  union all
  select person, cast(dose_number as bigint), input_file || ':' || record, input_file, record from dose_line
), lines as (
  select person, dose_number, string_agg(line, ' ' order by input_file, record) as records from told group by all
)
select dose.person as true_person,
  dose.dose_number,
  kind,
  vaccine,
  dose_date,
  entered_on,
  coalesce(records, '') as records
from dose left join lines using (person, dose_number)
order by true_person, dose_number
