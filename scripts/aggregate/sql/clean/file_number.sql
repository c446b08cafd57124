-- A number for each file with rows about people, in the order of names, so that a row has one whole number as its name.
select input_file, row_number() over (order by input_file) as file_number from input_table
