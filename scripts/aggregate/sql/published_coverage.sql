-- People who have had each kind of dose, one row a unit, scope, age group, sex and kind of dose. Hidden (status c): counts of
-- 1 to `suppress_below` − 1, those that leave so few of the population or of the people counted, and shares of fewer than
-- `min_denominator`. How deep the table goes, the report says. Without a population none is reported (status x); by sex and at
-- this level there is none (status z).
with judged as (
  select coverage.*,
    case when population is null then if(scope = 'all' and sex = 'all', 'x', 'z') end as no_population,
    too_small(persons, population, suppress_below) as hide_persons,
    too_small(unlinked, persons, suppress_below) or hide_persons as hide_unlinked,
    params.min_denominator
  from coverage, params
), shared as (
  select *,
    case
      when no_population is not null then no_population
      when population = 0 then 'z'
      when population < min_denominator or hide_persons then 'c'
    end as coverage_status,
    case
      when persons = 0 then 'z'
      when persons < min_denominator or hide_unlinked then 'c'
    end as unlinked_pct_status
  from judged
)
select unit_code,
  scope,
  age_group,
  sex,
  reached,
  case when not hide_persons then persons end as persons,
  case when hide_persons then 'c' end as persons_status,
  population,
  no_population as population_status,
  case when coverage_status is null then coverage_pct end as coverage_pct,
  coverage_status as coverage_pct_status,
  case when not hide_unlinked then unlinked end as unlinked,
  case when hide_unlinked then 'c' end as unlinked_status,
  case when unlinked_pct_status is null then round(cast(100 * unlinked as decimal(18, 0)) / persons, 1) end as unlinked_pct,
  unlinked_pct_status
from shared
order by unit_code, scope, age_group, sex, reached
