-- How far a unit is with each indicator of Project 06, one row a unit and indicator. A unit that is one part has what that published.
-- Of others the counts of people, doses and records are the sums of what their parts published (rolled_count), and the verdict
-- is of the sums: services and systems are shared, and statements are no numbers, so that neither adds up. `return_as_of` is
-- the day of the oldest return counted; a pace is not told, since parts do not return on the same days (status z).
with progress as (
  select part_unit.unit_code, part_row.part, part_row.sent, sent->>'indicator' as indicator
  from part_row join part_unit using (part)
  where table_name = 'indicator_progress'
), single as (
  select unit_code from part_unit group by unit_code having count(*) = 1
), own as (
  from progress semi join single using (unit_code)
), counted as (
  from (
    pivot (select unit_code, keys as indicator, column_name, value, status from rolled_count where table_name = 'indicator_progress')
    on column_name in ('done', 'total', 'value')
    using any_value(value) as value, any_value(status) as status
    group by unit_code, indicator
  )
), stated as (
  select indicator, any_value(sent->>'measure_unit') as measure_unit, min(sent->>'due_date') as due_date
  from progress
  group by indicator
), returned as (
  select unit_code, indicator,
    min(cast(sent->>'return_as_of' as date)) as return_as_of,
    list_sort(list_distinct(list(coalesce(sent->>'qualifier', 'exact')))) as said
  from progress
  group by unit_code, indicator
), summed as (
  select counted.*,
    coalesce(returned.return_as_of, params.as_of) as return_as_of,
    measure_unit,
    cast(due_date as date) as due_date,
    -- What is exact takes on the qualifier of what it is added to; two other ones leave a sum that is about so much.
    case
      when len(list_filter(said, lambda one : one <> 'exact')) > 1 then 'approx'
      else coalesce(list_filter(said, lambda one : one <> 'exact')[1], said[1])
    end as qualifier,
    case
      when coalesce(total_status, done_status) is not null then coalesce(total_status, done_status)
      when total_value = 0 then 'z'
      when total_value < min_denominator then 'c'
    end as pct_status
  from counted
  join stated using (indicator)
  left join returned using (unit_code, indicator), params
  where measure_unit not in ('public_service', 'service_group', 'system')
), judged as (
  select *,
    case
      when done_value >= total_value then 'complete'
      when done_value < total_value and due_date < (select as_of from params) then 'overdue'
      when done_status in ('c', 'x') or total_status = 'c' then null
      else 'not_judged'
    end as verdict
  from summed
), combined as (
  select unit_code,
    indicator,
    return_as_of,
    measure_unit,
    qualifier,
    done_value as done,
    done_status,
    total_value as total,
    total_status,
    value_value as value,
    value_status,
    case when pct_status is null then round(cast(100 * done_value as decimal(18, 0)) / total_value, 1) end as done_pct,
    pct_status as done_pct_status,
    cast(null as date) as before_as_of,
    'z' as before_as_of_status,
    cast(null as decimal(18, 1)) as pace,
    'z' as pace_status,
    due_date,
    case when due_date is null then 'z' end as due_date_status,
    cast(null as date) as finish_on,
    'z' as finish_on_status,
    verdict,
    case when verdict is null then done_status end as verdict_status
  from judged
  anti join own using (unit_code, indicator)
  union all by name
  select unit_code,
    indicator,
    cast(sent->>'return_as_of' as date) as return_as_of,
    sent->>'measure_unit' as measure_unit,
    sent->>'qualifier' as qualifier,
    cast(sent->>'done' as bigint) as done,
    sent->>'done_status' as done_status,
    cast(sent->>'total' as bigint) as total,
    sent->>'total_status' as total_status,
    cast(sent->>'value' as bigint) as value,
    sent->>'value_status' as value_status,
    cast(sent->>'done_pct' as decimal(18, 1)) as done_pct,
    sent->>'done_pct_status' as done_pct_status,
    cast(sent->>'before_as_of' as date) as before_as_of,
    sent->>'before_as_of_status' as before_as_of_status,
    cast(sent->>'pace' as decimal(18, 1)) as pace,
    sent->>'pace_status' as pace_status,
    cast(sent->>'due_date' as date) as due_date,
    sent->>'due_date_status' as due_date_status,
    cast(sent->>'finish_on' as date) as finish_on,
    sent->>'finish_on_status' as finish_on_status,
    sent->>'verdict' as verdict,
    sent->>'verdict_status' as verdict_status
  from own
)
from combined
order by unit_code, indicator
