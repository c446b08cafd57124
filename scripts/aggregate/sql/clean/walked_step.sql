-- The events of people whose events are not plain, followed one by one in the order of days, one row an event, with what
-- `cleaning_step` says of every event: its round and its outcome, and the furthest step reached before it.
with walked as (
  select event_in.* exclude (foreigner), position = 6 and result <> 'right' as wrong_again
  from event_in join event_course using (person_id)
  where not foreigner and not plain
), ordered as (
  select *,
    cast(coalesce(sum(case when wrong_again then 1 else 0 end) over before, 0) as integer) as round,
    position = 3 and coalesce(max(case when position = 3 then 0 else position end) over before, 0) = 0 as is_central
  from walked
  window before as (
    partition by person_id order by event_order, event_id rows between unbounded preceding and 1 preceding
  )
), followed as (
  -- Rounds follow each other, so the furthest step of this round is what stands above ten times its number.
  select *,
    greatest(coalesce(max(round * 10 + case when is_central then 0 else position end) over before, 0) - round * 10, 0) as reached,
    row_number() over (
      partition by person_id, round, position, is_central, result order by event_order, event_id
    ) as nth
  from ordered
  window before as (
    partition by person_id order by event_order, event_id rows between unbounded preceding and 1 preceding
  )
), judged as (
  select *,
    case
      when nth > 1 then 'repeated'
      when is_central then 'central'
      when wrong_again then 'applied'
      when position <= reached then 'out_of_order'
      else 'applied'
    end as outcome
  from followed
)
select event_id, person_id, position, event_date, unit_code, result, wrong_fields, round, outcome, reached from judged
