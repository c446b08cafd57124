-- VALUE.MISSING: a comparison with the national population database that has a date and no result. One row a comparison.
with compared as (
  select input_file, record, 'match_result' as column_name, matched_on as day, match_result as result
  from checked_worklist_entry
  union all
  select input_file, record, 'rematch_result', rematched_on, rematch_result from checked_worklist_entry
)
select input_file, record, column_name,
  cast(null as varchar) as original_value,
  'đúng, sai hoặc không tìm thấy' as expected_vi,
  'right, wrong or not found' as expected_en
from compared
where day is not null and result is null
