-- How many of the progress returns due from a unit's children came in, and in time, one row a unit and day that returns are
-- for. Denominator of completeness: received and missing; of timeliness: on time, late and missing. Those awaited, whose
-- deadline has not passed, are in neither, those received on an unknown day not in timeliness. `low`: either is below 90 %.
with counted as (
  select parent_code as unit_code,
    return_as_of,
    due_on,
    count(*) as due,
    count(*) filter (status not in ('missing', 'awaited')) as received,
    count(*) filter (status = 'on_time') as on_time,
    count(*) filter (status = 'late') as late,
    count(*) filter (status = 'undated') as undated,
    count(*) filter (status = 'missing') as missing,
    count(*) filter (status = 'awaited') as awaited
  from return_due
  group by all
)
select *,
  round(cast(100 * received as decimal(18, 0)) / nullif(received + missing, 0), 1) as completeness_pct,
  round(cast(100 * on_time as decimal(18, 0)) / nullif(on_time + late + missing, 0), 1) as timeliness_pct,
  case
    when received + missing > 0 then 10 * received < 9 * (received + missing) or 10 * on_time < 9 * (on_time + late + missing)
  end as low
from counted
