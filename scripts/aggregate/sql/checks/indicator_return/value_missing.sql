-- VALUE.MISSING: the return states nothing, neither a number nor a status. One row an offending return.
select result.input_file, result.record, 'value' as column_name,
  cast(null as varchar) as original_value,
  'số đã làm, giá trị hoặc tình trạng' as expected_vi,
  'done, value or a status' as expected_en
from checked_indicator_return as result
join raw_indicator_return as raw using (input_file, record)
where raw.done is null and raw.value is null
  and result.qualifier is distinct from 'status'
