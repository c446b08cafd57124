-- DROPOUT.NEGATIVE: more people have had a later kind of dose than the one before it, in a district or a wider unit, where no
-- vaccination elsewhere explains it. One row a unit and later kind of dose.
with reached as (
  select unit_code,
    unnest([
      {item: 'primary_complete', before: 'primary_1'},
      {item: 'booster_1', before: 'primary_complete'},
      {item: 'booster_2', before: 'booster_1'}
    ], recursive := true),
    map_from_entries(list((reached, persons))) as people
  from coverage
  where scope = 'all' and age_group = 'all' and sex = 'all'
  group by unit_code
)
select unit_code,
  params.as_of as day,
  item,
  'person' as measure_unit,
  people[item] as found,
  people[before] as expected,
  cast(null as bigint) as whole
from reached
join unit using (unit_code)
join params using (edition)
where level <> 'commune' and people[item] > people[before]
