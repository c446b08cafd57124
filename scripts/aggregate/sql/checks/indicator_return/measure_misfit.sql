-- MEASURE.MISFIT: the return counts in another unit than its indicator does. One row an offending return.
select result.input_file, result.record, 'measure_unit' as column_name,
  result.measure_unit as original_value,
  coalesce(indicator.measure_unit_vi, 'để trống') as expected_vi,
  coalesce(indicator.measure_unit_en, 'blank') as expected_en
from checked_indicator_return as result
join indicator using (indicator)
where result.measure_unit is distinct from indicator.measure_unit
  -- A measure unit that is in no list at all has its own issue.
  and (result.measure_unit is null or result.measure_unit in (select measure_unit from measure_unit))
