-- The rows of the daily series as they are told, one row a unit and day, from the district up: days with a change, and of days
-- whose change is hidden a row for every unit under the same one, since that there is none would tell that nothing changed. Nor
-- is there less to see of a day of which an earlier release hid the change (`day_kept`): a row that is gone would tell what was hidden.
-- `hidden`: the count to date is not told (`day_told`); `hidden_change`: nor is what changed, unless nothing did in any of them.
with told as (
  select cleaning_daily.*, if(unit_code = root_unit, '', coalesce(parent_code, '')) as above
  from cleaning_daily
  join unit using (unit_code)
  join params using (edition)
  where level <> 'commune'
), beside as (
  select distinct above, unit_code from told
), changed as (
  select above, day, sum(newly_cleaned) as newly_cleaned, sum(fell_back) as fell_back from told group by all
), group_day as (
  select above, day, coalesce(newly_cleaned, 0) = 0 as none_cleaned, coalesce(fell_back, 0) = 0 as none_fell_back
  from changed
  full join (select distinct above, day from day_kept join beside using (unit_code)) as kept using (above, day)
), judged as (
  select group_day.*,
    day_told.day is null as hidden,
    hidden or coalesce(lag(hidden) over (partition by above order by group_day.day), false) as hidden_change
  from group_day
  left join (select above, cast(day as date) as day from day_told) as day_told using (above, day)
), filled as (
  select unit_code, judged.* replace (hidden_change or day_kept.day is not null as hidden_change), told.* exclude (unit_code, above, day)
  from judged
  join beside using (above)
  left join told using (above, unit_code, day)
  left join day_kept using (unit_code, day)
  where told.newly_cleaned is not null or hidden_change or day_kept.day is not null
)
select unit_code, day, hidden, hidden_change, none_cleaned, none_fell_back,
  coalesce(newly_cleaned, 0) as newly_cleaned,
  coalesce(fell_back, 0) as fell_back,
  coalesce(last_value(cleaned_to_date ignore nulls) over earlier, 0) as cleaned_to_date
from filled
window earlier as (partition by unit_code order by day rows unbounded preceding)
