-- Every line of the files about people, one row a line: whose it is, what it is, and what dirt was put on. `input_file` is
-- named as below raw/; `record` counts the lines after the header from 1.
select input_file,
  person_line.rowid - first_row + 1 as record,
  'person_record' as kind,
  person_line.person as true_person,
  record_kind || case when is_replayed then ' replayed' else '' end as record_kind,
  record_key,
  dirt
from person_line join person_file using (file_key)
union all
select input_file,
  dose_line.rowid - first_row + 1 as record,
  'dose_record' as kind,
  person as true_person,
  case copy when 0 then 'dose' else 'dose repeated' end as record_kind,
  record_key,
  dirt
from dose_line join dose_file using (file_key)
