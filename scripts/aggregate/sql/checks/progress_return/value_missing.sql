-- VALUE.MISSING: the return holds no number. One row an offending return.
select input_file, record, 'subjects_cleaned' as column_name,
  cast(null as varchar) as original_value,
  'ít nhất một số của báo cáo' as expected_vi,
  'at least one number of the return' as expected_en
from raw_progress_return
where coalesce(subjects_total, subjects_cleaned, listed, reviewed, matched, handed_back, updated, doses_given,
  doses_recorded, doses_not_entered) is null
