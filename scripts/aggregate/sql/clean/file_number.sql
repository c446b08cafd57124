-- A number for each file, so that a row has one whole number as its name: files about people before all others, and in the order
-- of names. What other files come does not change the number of a row about people. One row a file.
select input_file,
  row_number() over (order by bool_or(kind in ('person_record', 'dose_record')) desc, input_file) as file_number
from input_table
group by input_file
