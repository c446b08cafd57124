-- The event files of a block, one row a file: the rows of event_line that are its lines.
with ranged as (
  select file_key, min(rowid) as first_row, max(rowid) as last_row from event_line group by file_key
)
select folder || 'event_' || file_unit || params.extension as input_file,
  ranged.*
from ranged
join arrival on arrival_no = file_key // 1000000
join (select distinct file_no, file_unit from commune) as filed on file_no = file_key % 1000000 // 10, params
