-- How common the names of candidate pairs are in this data, where they are one or nearly: one row an accent-free name, the
-- number of people who have it.
select name_key, count(*) as people
from exact_person
semi join (
  select first_name as name_key from pair_likeness where first_name is not null
  union
  select second_name from pair_likeness where second_name is not null
) using (name_key)
group by name_key
