-- Where each subject stood on the day of each arrival, one row a subject and arrival; everybody else is `not_needed`.
with change as (
  select person, arrival.day as as_of,
    list_filter([
      {on_day: listed_on, state: 'listed', position: 1},
      {on_day: reviewed_on, state: 'reviewed', position: 2},
      {on_day: matched_on, state: 'matched', position: 3},
      {on_day: handed_back_on, state: 'handed_back', position: 4},
      {on_day: updated_on, state: 'updated', position: 5},
      {on_day: case when is_again or stuck_at = 6 then rematched_on end, state: 'mismatched', position: 6},
      {on_day: updated_again_on, state: 'updated', position: 7},
      {on_day: right_on, state: 'verified', position: 8}
    ], lambda change: change.on_day <= arrival.day and change.position <= coalesce(stuck_at, 8)) as changes
  from process, arrival
)
select person, as_of,
  case when len(changes) = 0 then 'to_list' else changes[-1].state end as state,
  case when len(changes) > 0 then changes[-1].on_day end as entered_on
from change
