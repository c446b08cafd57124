-- MEASURE.MISFIT: the row counts in another unit than its indicator does. One row an offending figure.
select figure.input_file, figure.record, 'measure_unit' as column_name,
  figure.measure_unit as original_value,
  coalesce(indicator.measure_unit_vi, 'để trống') as expected_vi,
  coalesce(indicator.measure_unit_en, 'blank') as expected_en
from checked_figure as figure
join indicator using (indicator)
where figure.measure_unit is distinct from indicator.measure_unit
  -- A measure unit that is in no list at all has its own issue.
  and (figure.measure_unit is null or figure.measure_unit in (select measure_unit from measure_unit))
