-- VALUE.MISSING: a comparison with the national population database without its result. One row an offending event.
select event.input_file, event.record, 'result' as column_name,
  cast(null as varchar) as original_value,
  'đúng, sai hoặc không tìm thấy' as expected_vi,
  'right, wrong or not found' as expected_en
from checked_cleaning_event as event
where event.step in ('matched', 'rematched') and event.result is null
