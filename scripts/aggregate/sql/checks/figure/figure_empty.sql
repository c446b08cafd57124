-- FIGURE.EMPTY: the row states nothing, neither a number nor a status. One row an offending figure.
select figure.input_file, figure.record, 'value' as column_name,
  cast(null as varchar) as original_value,
  'số đã làm, giá trị hoặc tình trạng' as expected_vi,
  'done, value or a status' as expected_en
from checked_figure as figure
join raw_figure as raw using (input_file, record)
where raw.done is null and raw.value is null
  and figure.value_qualifier is distinct from 'status'
