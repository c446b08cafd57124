-- Every number that a usable return has stated, restated or not, one row a number and time that it was stated: the shape that
-- `restatement` reads. `received` numbers the statements of one key; the last is the one that counts. Rows repeated cell by
-- cell are left out, numbers left blank too. `whole` is what the number is a part of, where the return says it; `input_file` the
-- file that says it.
with usable as (
  select 'progress_return' as kind, unit_code, sent.as_of as day, input_file, record, received_at, '' as item,
    unnest([
      {column_name: 'subjects_total', measure_unit: 'person', value: subjects_total, whole: null},
      {column_name: 'subjects_cleaned', measure_unit: 'person', value: subjects_cleaned, whole: subjects_total},
      {column_name: 'listed', measure_unit: 'person', value: listed, whole: subjects_total},
      {column_name: 'reviewed', measure_unit: 'person', value: reviewed, whole: subjects_total},
      {column_name: 'matched', measure_unit: 'person', value: matched, whole: subjects_total},
      {column_name: 'handed_back', measure_unit: 'person', value: handed_back, whole: subjects_total},
      {column_name: 'updated', measure_unit: 'person', value: updated, whole: subjects_total},
      {column_name: 'doses_given', measure_unit: 'dose', value: doses_given, whole: null},
      {column_name: 'doses_recorded', measure_unit: 'dose', value: doses_recorded, whole: doses_given},
      {column_name: 'doses_not_entered', measure_unit: 'dose', value: doses_not_entered, whole: doses_given}
    ], recursive := true)
  from checked_progress_return as sent join params using (edition)
  union all
  select 'indicator_return', unit_code, sent.as_of, input_file, record, null, indicator,
    unnest([
      {column_name: 'done', measure_unit: measure_unit, value: done, whole: total},
      {column_name: 'total', measure_unit: measure_unit, value: total, whole: null},
      {column_name: 'value', measure_unit: measure_unit, value: value, whole: null}
    ], recursive := true)
  from checked_indicator_return as sent join params using (edition)
  union all
  -- Doses in stock are things: no measure that counts people.
  select 'stock_return', unit_code, sent.as_of, input_file, record, null, vaccine || ' ' || lot,
    unnest([
      {column_name: 'opening', measure_unit: null, value: opening, whole: null},
      {column_name: 'received', measure_unit: null, value: received, whole: null},
      {column_name: 'issued', measure_unit: null, value: issued, whole: null},
      {column_name: 'used', measure_unit: null, value: used, whole: null},
      {column_name: 'wasted', measure_unit: null, value: wasted, whole: null},
      {column_name: 'closing', measure_unit: null, value: closing, whole: null}
    ], recursive := true)
  from checked_stock_return as sent
)
select usable.kind,
  unit_code,
  trim(item || ' ' || column_name) as item,
  day,
  value,
  -- Corrections name their row, so that the one which counts need not be the last in the order of files.
  row_number() over (
    partition by usable.kind, unit_code, item, column_name, day order by outcome is null, input_file, record
  ) as received,
  received_at,
  input_file,
  measure_unit,
  whole
from usable
semi join unit_path using (unit_code)
anti join quarantined using (input_file, record)
left join row_outcome using (input_file, record),
params
where value is not null and day <= params.as_of and outcome is distinct from 'exact_duplicate'
