-- The population behind the people of the sample, one row a unit and age group: people with records by the share of their
-- age vaccinated; all ages include the children under five.
with share as (
  select case
      when cast(age_to as integer) < 12 then '5-11'
      when cast(age_to as integer) < 18 then '12-17'
      when cast(age_to as integer) < 50 then '18-49'
      when cast(age_to as integer) < 65 then '50-64'
      else '65+'
    end as age_group,
    sum(per_mille::double * vaccinated_share::double) / sum(per_mille::double) as share
  from age_groups
  where cast(age_from as integer) >= 5
  group by 1
), young as (
  select sum(per_mille::double) / 1000 as share_under_5 from age_groups where cast(age_to as integer) < 5
), counted as (
  select unit_code, province_code, age_group, cast(round(sum(people) / any_value(share)) as bigint) as persons
  from tally_people join share using (age_group)
  group by unit_code, province_code, age_group
), grouped as (
  select unit_code, age_group, persons from counted
  union all
  select province_code, age_group, cast(sum(persons) as bigint) from counted group by all
)
select 1 as arrival_no,
  unit_code,
  edition,
  age_group,
  persons,
  'Số liệu mô phỏng' as source,
  date '2021-12-31' as population_date
from (
  select * from grouped
  union all
  select unit_code, 'all', cast(round(sum(persons) / (1 - any_value(share_under_5))) as bigint) from grouped, young group by unit_code
), params
order by unit_code, age_group
