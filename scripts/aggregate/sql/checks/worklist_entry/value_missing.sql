-- VALUE.MISSING: a comparison with the national population database that has a date and no result, or a result and no date,
-- which would move nobody. One row a comparison.
with compared as (
  select input_file, record, issues, 'match_result' as result_column, 'matched_on' as day_column, matched_on as day,
    match_result as result
  from checked_worklist_entry
  union all
  select input_file, record, issues, 'rematch_result', 'rematched_on', rematched_on, rematch_result from checked_worklist_entry
)
select input_file, record,
  case when result is null then result_column else day_column end as column_name,
  cast(null as varchar) as original_value,
  case when result is null then 'đúng, sai hoặc không tìm thấy' else 'ngày có kết quả này' end as expected_vi,
  case when result is null then 'right, wrong or not found' else 'the day of this result' end as expected_en
from compared
where (day is null) <> (result is null)
  -- A day that cannot be read has its own issue.
  and not coalesce(list_contains(issues, 'DATE.INVALID ' || day_column), false)
