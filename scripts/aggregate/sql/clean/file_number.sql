-- A number for each file, in the order of names, so that a row has one whole number as its name. One row a file.
select input_file, row_number() over (order by input_file) as file_number
from (select distinct input_file from input_table)
