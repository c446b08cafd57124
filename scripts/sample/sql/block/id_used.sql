-- How many numbers are given out after this block, one row a place of registration, sex and birth year.
with given as (
  select id_position, sex, birth_year, used from id_used
  union all
  select id_position, sex, birth_year, count(*) from person join identity using (person) group by all
)
select id_position, sex, birth_year, cast(sum(used) as bigint) as used
from given
group by all
