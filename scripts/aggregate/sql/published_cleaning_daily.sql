-- Subjects cleaned by day, one row a unit and day with a change, from the district up. Hidden (status c): the count to date on
-- days that are not told of the units under the same one (`day_told`: from one told day to the next no unit has a small
-- change); and what was newly cleaned unless the day before is told as well.
with told as (
  select cleaning_daily.*, if(unit_code = root_unit, '', coalesce(parent_code, '')) as above
  from cleaning_daily
  join unit using (unit_code)
  join params using (edition)
  where level <> 'commune'
), group_day as (
  select distinct above, day from told
), judged as (
  select above, day,
    day_told.day is null as hidden,
    hidden or coalesce(lag(hidden) over (partition by above order by group_day.day), false) as hidden_change
  from group_day
  left join (select above, cast(day as date) as day from day_told) as day_told using (above, day)
)
select unit_code,
  day,
  case when not hidden_change then newly_cleaned end as newly_cleaned,
  case when hidden_change then 'c' end as newly_cleaned_status,
  case when not hidden_change then fell_back end as fell_back,
  case when hidden_change then 'c' end as fell_back_status,
  case when not hidden then cleaned_to_date end as cleaned_to_date,
  case when hidden then 'c' end as cleaned_to_date_status
from told
join judged using (above, day)
order by unit_code, day
