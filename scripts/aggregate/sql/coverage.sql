-- People who have had each kind of dose, one row a unit, scope, age group, sex and kind of dose. Denominator: the latest
-- `population` of the unit and age group, for the unit with everything below it and both sexes, since populations come in no
-- finer parts; the ratio is as it comes, above 100 too. `unlinked` are those of them who stand for one row that tells nobody
-- from others: their doses may be another's, and make coverage too high. Age group `all` holds children under five and
-- people of unknown age too, sex `all` those of unknown sex.
with grouped as (
  select unit_code,
    unnest([age_group, 'all']) as age_group,
    course_count.* exclude (unit_code, age_group)
  from course_count
), sexed as (
  select unit_code, age_group, unnest([sex, 'all']) as sex, grouped.* exclude (unit_code, age_group, sex) from grouped
), own as (
  select unit_code, age_group, sex, unlinked,
    sum(persons) filter (primary_1) as primary_1,
    sum(persons) filter (primary_complete) as primary_complete,
    sum(persons) filter (additional) as additional,
    sum(persons) filter (booster_1) as booster_1,
    sum(persons) filter (booster_2) as booster_2
  from sexed
  where age_group is not null and sex is not null
  group by all
), scoped as (
  select counted_code as unit_code, scope, age_group, sex, unlinked,
    coalesce(sum(primary_1), 0)::bigint as primary_1,
    coalesce(sum(primary_complete), 0)::bigint as primary_complete,
    coalesce(sum(additional), 0)::bigint as additional,
    coalesce(sum(booster_1), 0)::bigint as booster_1,
    coalesce(sum(booster_2), 0)::bigint as booster_2
  from own join unit_scope using (unit_code)
  group by all
), counted as (
  select unit_code, scope, age_group, sex, reached,
    sum(persons)::bigint as persons,
    coalesce(sum(persons) filter (unlinked), 0)::bigint as unlinked
  from scoped
  unpivot (persons for reached in (primary_1, primary_complete, additional, booster_1, booster_2))
  group by all
), population as (
  select unit_code, age_group, arg_max(persons, population_date) as population
  from accepted_population join params using (edition)
  where population_date <= as_of
  group by unit_code, age_group
)
select counted.*, population, round(cast(100 * persons as decimal(18, 0)) / nullif(population, 0), 1) as coverage_pct
from counted
left join population
  on population.unit_code = counted.unit_code and population.age_group = counted.age_group and scope = 'all' and sex = 'all'
