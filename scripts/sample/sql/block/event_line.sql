-- Lines of event files, one row a line, in the order of days.
with line as (
  select event.*, record_key, file_unit, folder, commune_no
  from event
  asof join arrival on sent_on <= arrival.day
  join (select person, role, record_key, file_unit, commune_no from written) using (person, role)
  where record_key is not null
)
select folder || 'event_' || file_unit || params.extension as input_file,
  row_number() over (partition by folder, file_unit order by event_date, commune_no, step_name.step_order, draw('event', person), role, copy) as record,
  person,
  role,
  record_key,
  step_name.written as step,
  strftime(event_date, '%d/%m/%Y') as event_date,
  unit_code,
  result,
  array_to_string(list_transform(string_split(wrong_fields, ' '), lambda field:
    case field when 'id_number' then 'số định danh' when 'full_name' then 'họ tên' when 'birth_date' then 'ngày sinh' else 'giới tính' end
  ), '; ') as wrong_fields
from line
join step_name using (step), params
order by input_file, record
