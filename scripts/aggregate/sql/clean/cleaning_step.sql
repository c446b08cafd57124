-- Every event of the five steps in the order of days, one row an event, with its outcome: `applied` moves its subject on;
-- `central` is a comparison before any list, as in March 2022, which makes a subject of a person found wrong and moves
-- nobody; `repeated` says again what was said; `out_of_order` is of a step behind the one reached; `exempt` is a foreigner's;
-- `unknown_record` names nobody. A second match that is not right ends the round, and the steps begin again.
-- `steps_skipped` counts the steps that no event told of.
with coursed as not materialized (
  select event_in.* exclude (foreigner), central_order, steps, plain
  from event_in join event_course using (person_id)
  where not foreigner
), plain as (
  select *,
    0 as round,
    case when event_order = central_order then 'central' else 'applied' end as outcome,
    -- The furthest step told of before this one.
    steps & ((1 << position) - 1) as before,
    case when before >= 32 then 5 when before >= 16 then 4 when before >= 8 then 3 when before >= 4 then 2 when before >= 2 then 1 else 0 end as reached
  from coursed
  where plain
), walked as (
  select *, step = 'rematched' and result <> 'right' as wrong_again from coursed where not plain
), ordered as (
  select *,
    cast(coalesce(sum(case when wrong_again then 1 else 0 end) over before, 0) as integer) as round,
    step = 'matched' and coalesce(max(case when step = 'matched' then 0 else position end) over before, 0) = 0 as is_central
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
), settled as (
  select event_id, person_id, step, position, event_date, unit_code, result, wrong_fields, round, outcome, reached from plain
  union all by name
  select event_id, person_id, step, position, event_date, unit_code, result, wrong_fields, round, outcome, reached from judged
)
select * exclude (reached),
  case when outcome = 'applied' then greatest(position - reached - 1, 0) else 0 end as steps_skipped
from settled
union all by name
select event_id, person_id, step, position, event_date, unit_code, result, wrong_fields,
  case when foreigner then 'exempt' else 'unknown_record' end as outcome,
  0 as steps_skipped
from event_in
where person_id is null or foreigner
