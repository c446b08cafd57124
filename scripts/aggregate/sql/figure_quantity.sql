-- The interval that each number of a figure stands for. One row a number: done, total or value of an accepted figure.
-- By qualifier, r being the place of the last non-zero digit: exact [v, v]; rounded and approx [v − r/2, v + r/2];
-- at_least [v, v + r/2]; at_most [v − r/2, v].
with key_count as (
  select *,
    -- Two sources for one figure get two addresses, in the order of their names.
    row_number() over (partition by as_of, unit_code, edition, indicator order by source) as nth
  from accepted_figure
), figure as (
  select *,
    as_of || '.' || unit_code || '.' || indicator || case when nth > 1 then '.' || nth else '' end as figure_id
  from key_count
), quantity as (
  select figure_id, input_file, record, unit_code, edition, as_of, indicator, measure_unit,
    'done' as quantity, done as number, done_qualifier as qualifier from figure
  union all
  select figure_id, input_file, record, unit_code, edition, as_of, indicator, measure_unit,
    'total', total, total_qualifier from figure
  union all
  select figure_id, input_file, record, unit_code, edition, as_of, indicator, measure_unit,
    'value', value, value_qualifier from figure
), place as (
  select *,
    cast(pow(10, length(cast(number as varchar)) - length(rtrim(cast(number as varchar), '0'))) / 2 as decimal(18, 1)) as half
  from quantity
  where number is not null
)
select * exclude (half),
  -- A zero has no last digit that is not zero: it is taken as it stands.
  number - case when number > 0 and qualifier in ('rounded', 'approx', 'at_most') then half else 0 end as low,
  number + case when number > 0 and qualifier in ('rounded', 'approx', 'at_least') then half else 0 end as high
from place
