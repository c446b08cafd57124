-- How many numbers are given out after this block, one row a register: place of registration, birth year and sex.
with given as (
  select register, used from id_used
  union all
  select register, count(*) from identity group by register
)
select register, cast(sum(used) as bigint) as used
from given
group by register
