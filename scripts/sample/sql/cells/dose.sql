-- The cells of dose files, one row a line in the same order.
select rowid as line_row, * from dose_line
