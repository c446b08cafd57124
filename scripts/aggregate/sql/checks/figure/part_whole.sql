-- PART.WHOLE: more is done than there is in all. One row an offending figure.
select input_file, record, 'done' as column_name,
  cast(done as varchar) as original_value,
  cast(total as varchar) as expected_vi,
  cast(total as varchar) as expected_en
from checked_figure
where done > total
