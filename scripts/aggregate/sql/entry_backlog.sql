-- Doses given against doses entered, one row a unit that says so or has records. From its own latest return that states any of
-- them: doses given, recorded and not entered, as stated. From the records, with everything below it: doses, and the days
-- from the dose to its entry where a record has both days in this order. The median and the 90th percentile are the fewest
-- days within which half and nine tenths of these doses were entered. `over_…`: entered later than that, of `doses_dated`.
with stated as (
  select unit_code,
    unnest(arg_max({
      return_as_of: stated.as_of,
      doses_given: doses_given,
      doses_recorded: doses_recorded,
      doses_not_entered: doses_not_entered
    }, stated.as_of))
  from accepted_progress_return as stated
  join params using (edition)
  where stated.as_of <= params.as_of and coalesce(doses_given, doses_recorded, doses_not_entered) is not null
  group by unit_code
), delay as (
  select unit_code,
    case when entered_on >= dose_date then entered_on - dose_date end as days,
    count(*) as doses
  from dose_given join person using (person_id)
  group by all
), summed as (
  select ancestor_code as unit_code, days, sum(doses)::bigint as doses
  from delay join unit_path using (unit_code)
  group by all
), ranked as (
  select *,
    sum(doses) over (partition by unit_code order by days) as entered_by_then,
    sum(doses) over (partition by unit_code) as doses_dated
  from summed
  where days is not null
), entered as (
  select unit_code,
    any_value(doses_dated)::bigint as doses_dated,
    min(days) filter (2 * entered_by_then >= doses_dated) as median_days,
    min(days) filter (10 * entered_by_then >= 9 * doses_dated) as ninetieth_days,
    sum(doses) filter (days > 1)::bigint as over_1_day,
    sum(doses) filter (days > 7)::bigint as over_7_days,
    sum(doses) filter (days > 14)::bigint as over_14_days
  from ranked
  group by unit_code
), in_records as (
  select unit_code, sum(doses)::bigint as doses_in_records from summed group by unit_code
)
select unit_code,
  params.as_of,
  return_as_of,
  doses_given,
  doses_recorded,
  doses_not_entered,
  coalesce(doses_in_records, 0) as doses_in_records,
  coalesce(doses_dated, 0) as doses_dated,
  median_days,
  ninetieth_days,
  coalesce(over_1_day, 0) as over_1_day,
  coalesce(over_7_days, 0) as over_7_days,
  coalesce(over_14_days, 0) as over_14_days
from (from stated full join in_records using (unit_code))
left join entered using (unit_code)
semi join unit_path using (unit_code),
params
