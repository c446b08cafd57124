-- People who have had each kind of dose, one row a unit, age group, sex and kind of dose, as the sum of what its parts published
-- (rolled_count). A share is that of the sums, where both are told and of at least `min_denominator`. Of each unit with
-- everything below it.
with counted as (
  from (
    pivot (select unit_code, keys, column_name, value, status from rolled_count where table_name = 'coverage')
    on column_name in ('persons', 'unlinked', 'population')
    using any_value(value) as value, any_value(status) as status
    group by unit_code, keys
  )
), shared as (
  select counted.*,
    string_split(keys, chr(31)) as key,
    case
      when population_status is not null or persons_status is not null then coalesce(population_status, persons_status)
      when population_value = 0 then 'z'
      when population_value < min_denominator then 'c'
    end as coverage_status,
    case
      when persons_status is not null or unlinked_status is not null then coalesce(persons_status, unlinked_status)
      when persons_value = 0 then 'z'
      when persons_value < min_denominator then 'c'
    end as unlinked_pct_status
  from counted, params
)
select unit_code,
  'all' as scope,
  key[1] as age_group,
  key[2] as sex,
  key[3] as reached,
  persons_value as persons,
  persons_status,
  population_value as population,
  population_status,
  case when coverage_status is null then round(cast(100 * persons_value as decimal(18, 0)) / population_value, 1) end as coverage_pct,
  coverage_status as coverage_pct_status,
  unlinked_value as unlinked,
  unlinked_status,
  case when unlinked_pct_status is null then round(cast(100 * unlinked_value as decimal(18, 0)) / persons_value, 1) end as unlinked_pct,
  unlinked_pct_status
from shared
order by unit_code, scope, age_group, sex, reached
