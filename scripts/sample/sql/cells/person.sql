-- The cells of person files, one row a line in the same order.
select rowid as line_row, * from person_line
