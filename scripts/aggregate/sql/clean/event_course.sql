-- The events of a record at a glance, one row a person with events: which steps they tell of, as bits (2 listed, 4 reviewed,
-- 8 matched, 16 handed back, 32 updated, 64 matched again), the order of a comparison before any list, and whether they are
-- `plain`, each said once and in the order of the steps, with at most one comparison before any list and nothing found
-- wrong again. Most are, and need no walk.
with told as (
  select person_id,
    count(*) as events,
    bit_or(1 << position) as steps,
    bool_or(position = 6 and result <> 'right') as wrong_again,
    count(*) filter (position = 3) as comparisons,
    min(event_order) filter (position = 3) as first_comparison,
    max(event_order) filter (position = 3) as last_comparison,
    min(event_order) filter (position <> 3) as first_other,
    max(event_order) filter (position = 1) as listed,
    max(event_order) filter (position = 2) as reviewed,
    max(event_order) filter (position = 4) as handed_back,
    max(event_order) filter (position = 5) as updated,
    max(event_order) filter (position = 6) as rematched
  from event_in
  where person_id is not null and not foreigner
  group by person_id
), central as (
  select *,
    coalesce(first_comparison < first_other, first_comparison is not null) as has_central,
    case when comparisons = 2 or not has_central then last_comparison end as matched
  from told
)
select person_id,
  case when has_central then first_comparison end as central_order,
  cast(case when matched is null then steps & ~8 else steps end as utinyint) as steps,
  coalesce(not wrong_again, true)
    and (comparisons < 2 or (comparisons = 2 and has_central and coalesce(last_comparison > first_other, false)))
    and events = bit_count(steps) + case when comparisons = 2 then 1 else 0 end
    and coalesce(reviewed > listed, true)
    and coalesce(matched > greatest(listed, reviewed), true)
    and coalesce(handed_back > greatest(listed, reviewed, matched), true)
    and coalesce(updated > greatest(listed, reviewed, matched, handed_back), true)
    and coalesce(rematched > greatest(listed, reviewed, matched, handed_back, updated), true) as plain
from central
