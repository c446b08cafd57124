-- RETURN.LATE: received later after its day than reference/return_deadlines.csv allows. One row an offending return.
select input_file, record, 'received_at' as column_name,
  cast(received_at - as_of as varchar) as original_value,
  'trong ' || deadline.deadline_days || ' ngày' as expected_vi,
  'within ' || deadline.deadline_days || ' days' as expected_en
from checked_progress_return
join return_deadlines as deadline on deadline.row_kind = 'progress_return'
where received_at - as_of > cast(deadline.deadline_days as integer)
