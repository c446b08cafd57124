-- DENOMINATOR.DIFFERS: two sources give the same unit and age group, in the same year, populations 10 % or more apart, taken
-- of the smaller. One row a population; the farthest other source is named.
with population as (
  select *, year(population_date) as population_year
  from checked_population
  anti join quarantined using (input_file, record)
)
select one.input_file, one.record, 'persons' as column_name,
  cast(one.persons as varchar) as original_value,
  arg_max(other.persons || ' (' || other.source || ')', {gap: abs(other.persons - one.persons), source: other.source}) as expected_vi,
  arg_max(other.persons || ' (' || other.source || ')', {gap: abs(other.persons - one.persons), source: other.source}) as expected_en
from population as one
join population as other using (unit_code, edition, age_group, population_year)
where one.source <> other.source
  and 10 * abs(other.persons - one.persons) >= least(other.persons, one.persons)
  and other.persons <> one.persons
group by one.input_file, one.record, one.persons
