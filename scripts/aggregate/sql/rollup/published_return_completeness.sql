-- How many of the returns due came in, and in time, one row a unit and day that returns are for. Of the report's root the folders due
-- from its parts: whether one came in time is not known of it, so that timeliness does not apply. Of a unit below it the sum
-- of what its parts published, where all have sent theirs.
with sent as (
  select part_unit.unit_code,
    cast(sent->>'return_as_of' as date) as return_as_of,
    cast(sent->>'due_on' as date) as due_on,
    cast(sent->>'due' as bigint) as due,
    cast(sent->>'received' as bigint) as received,
    cast(sent->>'on_time' as bigint) as on_time,
    cast(sent->>'late' as bigint) as late,
    cast(sent->>'undated' as bigint) as undated,
    cast(sent->>'missing' as bigint) as missing,
    cast(sent->>'awaited' as bigint) as awaited
  from part_row
  join part_unit using (part)
  join params on part_unit.unit_code <> root_unit
  where table_name = 'return_completeness'
), summed as (
  select unit_code, return_as_of, max(due_on) as due_on,
    sum(due)::bigint as due,
    sum(received)::bigint as received,
    sum(on_time)::bigint as on_time,
    sum(late)::bigint as late,
    sum(undated)::bigint as undated,
    sum(missing)::bigint as missing,
    sum(awaited)::bigint as awaited
  from sent
  anti join (
    select unit_code from part_unit anti join (select part from part_table where table_name = 'return_completeness') using (part)
  ) using (unit_code)
  group by unit_code, return_as_of
), folder as (
  select any_value(root_unit) as unit_code, any_value(as_of) as return_as_of, any_value(as_of) as due_on,
    count(*) as due,
    count(*) filter (status = 'added') as received,
    0::bigint as on_time,
    0::bigint as late,
    count(*) filter (status = 'added') as undated,
    count(*) filter (status <> 'added') as missing,
    0::bigint as awaited
  from part, params
), combined as (
  from summed
  union all by name
  from folder
), judged as (
  select *,
    round(cast(100 * received as decimal(18, 0)) / nullif(received + missing, 0), 1) as completeness_pct,
    round(cast(100 * on_time as decimal(18, 0)) / nullif(if(undated < received, on_time + late + missing, 0), 0), 1) as timeliness_pct,
    case
      when received + missing > 0
        then 10 * received < 9 * (received + missing) or coalesce(timeliness_pct < 90, false)
    end as low
  from combined
)
select unit_code,
  return_as_of,
  due_on,
  due,
  received,
  on_time,
  late,
  undated,
  missing,
  awaited,
  completeness_pct,
  case when completeness_pct is null then 'z' end as completeness_pct_status,
  timeliness_pct,
  case when timeliness_pct is null then 'z' end as timeliness_pct_status,
  case when low is not null then if(low, 'yes', 'no') end as low,
  case when low is null then 'z' end as low_status
from judged
order by unit_code, return_as_of
