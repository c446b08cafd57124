-- Progress returns that were due by the report's day, one row a unit below the root and day that returns are for. A day counts
-- for a whole level of units once a tenth of its units have sent a usable return for it, so that one unit's slip of the date
-- asks nothing of the others; the tenth is ours. What counts is when the first usable return came in: a return sent again is
-- not late for that. Deadlines: reference/return_deadlines.csv. `awaited`: not received, and the deadline has not passed.
with unit_below as (
  select unit_code, parent_code, level
  from unit
  join params using (edition)
  semi join unit_path using (unit_code)
  where unit_code <> root_unit
), usable as materialized (
  -- DuckDB 1.5 fails to bind the day where it groups straight over the anti join.
  select unit_code, sent.as_of as return_as_of, received_at
  from checked_progress_return as sent
  anti join quarantined using (input_file, record)
  join params using (edition)
  where sent.as_of <= params.as_of
), returned as (
  select unit_code, return_as_of, min(received_at) as received_on from usable group by unit_code, return_as_of
), level_size as (
  select level, count(*) as units from unit_below group by level
), period as (
  select level, return_as_of, return_as_of + cast(deadline_days as integer) as due_on
  from returned
  join unit_below using (unit_code)
  join level_size using (level)
  join return_deadlines on row_kind = 'progress_return'
  group by level, return_as_of, units, deadline_days
  having 10 * count(*) >= units
)
select unit_below.unit_code,
  parent_code,
  period.return_as_of,
  due_on,
  received_on,
  case
    when returned.unit_code is null then if(due_on < params.as_of, 'missing', 'awaited')
    when received_on is null then 'undated'
    when received_on > due_on then 'late'
    else 'on_time'
  end as status
from period
join unit_below using (level)
left join returned on returned.unit_code = unit_below.unit_code and returned.return_as_of = period.return_as_of,
params
