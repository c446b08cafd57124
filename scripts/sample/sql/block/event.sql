-- What happened to the records of a block, one row an event: the central match of March 2022, then the five steps of the
-- subjects, each by its day; `sent_on` is the day it becomes known. Planted faults: missing, repeated, out of order, late.
with central as (
  select person, role, 0 as position,
    least(date '2022-03-01' + pick('central', person * 4 + role, 25), listed_on - 1) as event_date,
    case
      when class = 'none' then 'right'
      when id_form in ('typo', 'station') and chance('not found', person * 4 + role) < not_found then 'not_found'
      else 'wrong'
    end as result
  from record_plan left join process using (person, role), params
  where class in ('none', 'c') and not is_unchecked
    and person not in (select person from person where is_foreigner)
), stepped as (
  select person, role, unnest([
      {position: 1, event_date: listed_on, result: null},
      {position: 2, event_date: reviewed_on, result: null},
      {position: 3, event_date: matched_on, result: 'right'},
      {position: 4, event_date: handed_back_on, result: null},
      {position: 5, event_date: updated_on, result: null},
      {position: 6, event_date: rematched_on, result: case when is_again or stuck_at = 6 then 'wrong' else 'right' end},
      {position: 7, event_date: updated_again_on, result: null},
      {position: 8, event_date: case when is_again then right_on end, result: 'right'}
    ], recursive := true),
    reviewed_on, listed_on, stuck_at
  from process
), happened as (
  select stepped.* exclude (event_date),
    case
      when chance('disordered', person) >= event_disordered then event_date
      when position = 1 then reviewed_on
      when position = 2 then listed_on
      else event_date
    end as event_date
  from stepped, params
  where event_date is not null and position <= coalesce(stuck_at, 8)
    and not (position <= 4 and chance('missing event', person * 16 + position) < event_missing)
), known as (
  select person, role, position, event_date, result from central
  union all by name
  select person, role, position, event_date, result from happened
), copied as (
  select *, 0 as copy from known
  union all
  select known.*, 1 as copy from known, params
  where chance('repeated', person * 64 + role * 16 + position) < event_repeated
)
select person,
  role,
  person * 4 + role as plan_key,
  position,
  copy,
  event_date,
  -- What the platform does itself is known at once.
  event_date + case
    when position between 1 and 5 and chance('late', person * 64 + role * 16 + position + 32 * copy) < event_late
      then 1 + pick('days late', person * 16 + position, 10)
    else 0
  end as sent_on,
  result
from copied, params
