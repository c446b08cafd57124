-- PART.WHOLE: more subjects are cleaned than there are in all. One row an offending return.
select input_file, record, 'subjects_cleaned' as column_name,
  cast(subjects_cleaned as varchar) as original_value,
  cast(subjects_total as varchar) as expected_vi,
  cast(subjects_total as varchar) as expected_en
from checked_progress_return
where subjects_cleaned > subjects_total
