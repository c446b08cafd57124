-- Given names on 10,000 slots for each sex and generation, one row a slot. The stock and its weights are ours.
with listed as (
  select sex, generation, cast(weight as integer) as weight, unnest(string_split(names, ';')) as given
  from given_names
), ranked as (
  select sex, generation, given, weight,
    sum(weight) over (partition by sex, generation order by weight desc, given rows unbounded preceding) as upto,
    sum(weight) over (partition by sex, generation) as total
  from listed
)
select given, name_class(sex, generation) * 10000 + unnest(slots(upto, weight, total, 10000)) as slot
from ranked
order by slot
