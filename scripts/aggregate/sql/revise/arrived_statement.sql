-- The units and days of figures that came in since the release before, one row a table, unit and day. A number that one row
-- states changes only where another row corrects it.
select distinct 'figure' as table_name, unit_code, as_of as day, 'correction' as reason
from accepted_figure
join arrived_file using (input_file)
