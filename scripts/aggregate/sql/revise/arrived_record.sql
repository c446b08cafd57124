-- The units and days that doses and matches of people speak of which came in since the release before, one row a table, unit
-- and day or week; where the person lives and in each unit above. A match counts from when its person is known too. The number
-- of a row, dose or event begins with its file's.
with arrived as (
  select file_number from file_number join arrived_file using (input_file)
), matched as (
  select person_id, event_date, event_id // 34359738368 in (from arrived) as has_arrived from event_in where position = 6
), newcomer as (
  select coalesce(person_link.person_id, exact_key) as person_id
  from person_row left join person_link using (exact_key)
  where coalesce(person_link.person_id, exact_key) in (select person_id from matched)
  group by all
  having bool_and(row_id // 4294967296 in (from arrived))
), own as (
  select 'dose_weekly' as table_name, unit_code, cast(date_trunc('week', dose_date) as date) as day
  from dose_given
  join person using (person_id)
  where dose_id // 68719476736 in (from arrived)
  union
  select 'cleaning_daily', subject.unit_code, event_date
  from matched
  join subject using (person_id)
  where has_arrived or person_id in (from newcomer)
)
select distinct table_name, ancestor_code as unit_code, day, 'late_input' as reason
from own join unit_path using (unit_code)
