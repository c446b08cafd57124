-- Where the subjects of cleaning stand on the report's day, one row a unit and scope. Denominator: `subjects`, the people
-- ever in class a, b or c of CV 2262 or ever found wrong by a comparison; foreigners are not among them. Scope `all` is
-- the unit with everything below it, `at_this_level` those of whom no lower unit is known: a parent is the sum of its
-- children and its own row. `remaining` are the subjects that are not cleaned, whatever they wait for.
with people as (
  select unit_code, count(*) as persons from person where not foreigner group by unit_code
), counted as (
  select unit_code,
    count(*) as subjects,
    count(*) filter (state = 'to_list') as to_list,
    count(*) filter (state = 'listed') as listed,
    count(*) filter (state = 'reviewed') as reviewed,
    count(*) filter (state = 'matched') as matched,
    count(*) filter (state = 'handed_back') as handed_back,
    count(*) filter (state = 'updated') as updated,
    count(*) filter (state = 'mismatched') as mismatched,
    count(*) filter (state = 'verified') as cleaned,
    count(*) filter (state <> 'verified') as remaining,
    count(*) filter (ministry_class = 'a') as class_a,
    count(*) filter (ministry_class = 'b') as class_b,
    count(*) filter (ministry_class = 'c') as class_c
  from subject
  group by unit_code
), own as (
  -- Every subject is a person of `people`.
  select * from people left join counted using (unit_code)
), scoped as (
  select counted_code as unit_code, scope, own.* exclude (unit_code)
  from own join unit_scope using (unit_code)
)
select unit_code,
  scope,
  params.as_of,
  sum(persons)::bigint as persons,
  coalesce(sum(subjects), 0)::bigint as subjects,
  coalesce(sum(to_list), 0)::bigint as to_list,
  coalesce(sum(listed), 0)::bigint as listed,
  coalesce(sum(reviewed), 0)::bigint as reviewed,
  coalesce(sum(matched), 0)::bigint as matched,
  coalesce(sum(handed_back), 0)::bigint as handed_back,
  coalesce(sum(updated), 0)::bigint as updated,
  coalesce(sum(mismatched), 0)::bigint as mismatched,
  coalesce(sum(cleaned), 0)::bigint as cleaned,
  coalesce(sum(remaining), 0)::bigint as remaining,
  coalesce(sum(class_a), 0)::bigint as class_a,
  coalesce(sum(class_b), 0)::bigint as class_b,
  coalesce(sum(class_c), 0)::bigint as class_c
from scoped, params
group by all
