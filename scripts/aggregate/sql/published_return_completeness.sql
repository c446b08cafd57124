-- How many of the returns due from a unit's children came in, and in time, one row a unit and day that returns are for. Returns
-- are no people: nothing is hidden. While no deadline has passed and nothing came in, shares do not apply (status z).
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
from return_completeness
order by unit_code, return_as_of
