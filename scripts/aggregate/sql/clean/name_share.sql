-- How common the names of candidate pairs are in this data: one row an accent-free name, the number of people who have it.
select name_key, count(*) as people
from exact_person
semi join (
  select name_key from exact_person semi join candidate_pair on exact_key = first_key
  union
  select name_key from exact_person semi join candidate_pair on exact_key = second_key
) using (name_key)
group by name_key
