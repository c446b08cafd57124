-- NOT_ENTERED.NEGATIVE: more doses are recorded than were given. One row an offending return.
select input_file, record, 'doses_recorded' as column_name,
  cast(doses_recorded as varchar) as original_value,
  cast(doses_given as varchar) as expected_vi,
  cast(doses_given as varchar) as expected_en
from checked_progress_return
where doses_recorded > doses_given
