-- What became of every row of each file. One row a file. Counts of rows, not of people: nothing is hidden.
select input_file, kind, status, reason_code, reason_vi, reason_en, records_in, accepted, quarantined, rejected,
  exact_duplicates, superseded, blank, kept, merged
from row_account
order by input_file
