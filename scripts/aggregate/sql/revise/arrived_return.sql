-- The units and days of returns that came in since the release before, one row a table, unit and day. A number that one return
-- states changes only where another corrects it; how many returns came in, where one is late.
with returned as (
  select input_file, record, 'progress_return' as kind, unit_code, as_of as day from checked_progress_return
  union all
  select input_file, record, 'indicator_return', unit_code, as_of from checked_indicator_return
  union all
  select input_file, record, 'stock_return', unit_code, as_of from checked_stock_return
), arrived as (
  select distinct kind, unit_code, day
  from returned
  join arrived_file using (input_file)
  anti join quarantined using (input_file, record)
)
select case kind
    when 'progress_return' then 'reconciliation'
    when 'indicator_return' then 'indicator_progress'
    else 'stock_left'
  end as table_name,
  unit_code,
  day,
  'correction' as reason
from arrived
union
select 'return_completeness', parent_code, day, 'late_input'
from arrived
join unit using (unit_code)
join params using (edition)
where kind = 'progress_return'
