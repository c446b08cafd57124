-- The doses truly given, one row a dose, with the lines that tell of it (file:record, by spaces; blank: not entered yet).
with told as (
  select person_line.person * 16 + group_dose.dose_number as dose_key,
    input_file || ':' || (person_line.rowid - first_row + 1) as line,
    -- A second record that holds dose 1 repeats it; later doses are there and nowhere else.
    not is_replayed and (person_line.role = 0 or (person_line.role = 1 and group_dose.dose_number > 1)) as is_first
  from person_line
  join person_file using (file_key)
  join group_dose on group_key // 4 = person_line.person * 4 + person_line.role
  union all
  select person * 16 + cast(dose_number as bigint),
    input_file || ':' || (dose_line.rowid - first_row + 1),
    copy = 0
  from dose_line join dose_file using (file_key)
), again as (
  select dose_key, array_to_string(list_sort(list(line)), ' ') as lines from told where not is_first group by dose_key
)
select person as true_person,
  dose_number,
  kind,
  vaccine,
  dose_date,
  entered_on,
  concat_ws(' ', line, lines) as records
from (select *, person * 16 + dose_number as dose_key from dose) as given
left join (select dose_key, line from told where is_first) as first_told using (dose_key)
left join again using (dose_key)
