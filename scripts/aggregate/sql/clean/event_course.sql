-- The events of a record at a glance, one row a person with events: the order of each step, and whether they are `plain`,
-- each said once and in the order of the steps, with at most one comparison before any list and nothing found wrong again.
-- Most are, and need no walk.
with named as (
  select person_id, event_order, position, step = 'rematched' and result <> 'right' as wrong_again
  from event_in
  join person_key using (record_key)
  join person using (person_id)
  where not foreigner
), told as (
  select person_id,
    count(*) as events,
    count(distinct position) as steps,
    bool_or(coalesce(wrong_again, false)) as wrong_again,
    count(*) filter (position = 3) as comparisons,
    min(event_order) filter (position <> 3) as first_other,
    min(event_order) filter (position = 3) as first_comparison,
    max(event_order) filter (position = 3) as last_comparison,
    max(event_order) filter (position = 1) as listed,
    max(event_order) filter (position = 2) as reviewed,
    max(event_order) filter (position = 4) as handed_back,
    max(event_order) filter (position = 5) as updated,
    max(event_order) filter (position = 6) as rematched
  from named
  group by person_id
), central as (
  select *,
    coalesce(first_comparison < first_other, first_comparison is not null) as has_central,
    case when comparisons = 2 or not has_central then last_comparison end as matched
  from told
)
select person_id, listed, reviewed, matched, handed_back, updated, rematched, has_central, first_comparison,
  not wrong_again
    and (comparisons < 2 or (comparisons = 2 and has_central and coalesce(last_comparison > first_other, false)))
    and events = steps + case when comparisons = 2 then 1 else 0 end
    and coalesce(reviewed > listed, true)
    and coalesce(matched > greatest(listed, reviewed), true)
    and coalesce(handed_back > greatest(listed, reviewed, matched), true)
    and coalesce(updated > greatest(listed, reviewed, matched, handed_back), true)
    and coalesce(rematched > greatest(listed, reviewed, matched, handed_back, updated), true) as plain
from central
