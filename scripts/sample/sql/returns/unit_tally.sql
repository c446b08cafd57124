-- What units report on cleaning, one row a unit and day: districts (communes of 2025), and the province as their sum.
with summed as (
  select unit_code, province_code as parent_code, day, cast(sum(columns(* exclude (unit_code, province_code, day))) as bigint)
  from tally_progress
  group by all
)
select 'part' as level, * from summed
union all
select 'province', parent_code, 'VN', day, cast(sum(columns(* exclude (unit_code, parent_code, day))) as bigint)
from summed
group by all
