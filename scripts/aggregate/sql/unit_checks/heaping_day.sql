-- HEAPING.DAY: over a fifth of a unit's doses, 100 or more, fall on the 1st, the 15th or the last day of a month, which are a
-- tenth of all days. One row a unit, counted with everything below it. The check of the same name across rows is of files.
with daily as (
  select unit_code, dose_date, count(*) as doses
  from dose_given
  join person using (person_id)
  group by all
  having dose_date is not null
), heap as (
  select ancestor_code as unit_code,
    sum(doses)::bigint as doses,
    coalesce(sum(doses) filter (day(dose_date) in (1, 15) or dose_date = last_day(dose_date)), 0)::bigint as heaped
  from daily join unit_path using (unit_code)
  group by ancestor_code
)
select unit_code,
  params.as_of as day,
  'dose_date' as item,
  'dose' as measure_unit,
  heaped as found,
  doses // 10 as expected,
  doses as whole
from heap, params
where doses >= 100 and 5 * heaped > doses
