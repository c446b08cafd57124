-- What became of every row of each file. One row a file of figures or returns: counts of their rows are not counts of
-- people, so nothing is hidden. Files of people are accounted for in the private folder until small counts are protected.
select input_file, kind, status, reason_code, reason_vi, reason_en, records_in, accepted, quarantined, rejected,
  exact_duplicates, superseded, blank, kept, merged
from row_account
where not person_level
order by input_file
