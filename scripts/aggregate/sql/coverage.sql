-- People who have had each kind of dose, one row a unit, scope, age group, sex and kind of dose. Denominator: the latest
-- `population` of the unit and age group, for the unit with everything below it and both sexes, since populations come in no
-- finer parts; the ratio is as it comes, above 100 too. `unlinked` are those of them who stand for one row that tells nobody
-- from others: their doses may be another's, and make coverage too high. Age group `all` holds children under five and
-- people of unknown age too, sex `all` those of unknown sex.
with own as (
  -- Before anything is counted twice: of a country a tenth of the rows is left.
  select unit_code, age_group, sex,
    sum(persons) filter (primary_1) as primary_1,
    sum(persons) filter (primary_complete) as primary_complete,
    sum(persons) filter (additional) as additional,
    sum(persons) filter (booster_1) as booster_1,
    sum(persons) filter (booster_2) as booster_2,
    sum(persons) filter (primary_1 and unlinked) as primary_1_unlinked,
    sum(persons) filter (primary_complete and unlinked) as primary_complete_unlinked,
    sum(persons) filter (additional and unlinked) as additional_unlinked,
    sum(persons) filter (booster_1 and unlinked) as booster_1_unlinked,
    sum(persons) filter (booster_2 and unlinked) as booster_2_unlinked
  from course_count
  group by unit_code, age_group, sex
), aged as (
  select unit_code, unnest([age_group, 'all']) as age_group, own.* exclude (unit_code, age_group) from own
), sexed as (
  select unit_code, age_group, unnest([sex, 'all']) as sex, aged.* exclude (unit_code, age_group, sex) from aged
), scoped as (
  select counted_code as unit_code, scope, age_group, sex,
    coalesce(sum(columns('primary|additional|booster')), 0)::bigint as "\0"
  from sexed join unit_scope using (unit_code)
  where age_group is not null and sex is not null
  group by all
), counted as (
  select unit_code, scope, age_group, sex,
    unnest([
      {reached: 'primary_1', persons: primary_1, unlinked: primary_1_unlinked},
      {reached: 'primary_complete', persons: primary_complete, unlinked: primary_complete_unlinked},
      {reached: 'additional', persons: additional, unlinked: additional_unlinked},
      {reached: 'booster_1', persons: booster_1, unlinked: booster_1_unlinked},
      {reached: 'booster_2', persons: booster_2, unlinked: booster_2_unlinked}
    ], recursive := true)
  from scoped
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
