-- QUALIFIER.MISSING: a number without the qualifier its source gave it. One row a number.
with number as (
  select input_file, record, 'done' as column_name, done as number, done_qualifier as qualifier from checked_figure
  union all
  select input_file, record, 'total', total, total_qualifier from checked_figure
  union all
  select input_file, record, 'value', value, value_qualifier from checked_figure
)
select input_file, record, column_name || '_qualifier' as column_name,
  cast(number as varchar) as original_value,
  'một trong: exact, rounded, approx, at_least, at_most' as expected_vi,
  'one of: exact, rounded, approx, at_least, at_most' as expected_en
from number
where number is not null and (qualifier is null or qualifier = 'status')
