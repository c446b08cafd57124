-- Every event of the five steps in the order of days, one row an event, with its outcome: `applied` moves its subject on;
-- `central` is a comparison before any list, as in March 2022, which makes a subject of a person found wrong and moves
-- nobody; `repeated` says again what was said; `out_of_order` is of a step behind the one reached; `exempt` is a foreigner's;
-- `unknown_record` names nobody. A second match that is not right ends the round, and the steps begin again.
-- `steps_skipped` counts the steps that no event told of.
with named as (
  select event_in.*,
    person.person_id,
    foreigner,
    step = 'rematched' and result <> 'right' as wrong_again
  from event_in
  left join person_key using (record_key)
  left join person on person.person_id = person_key.person_id
), ordered as (
  select *,
    cast(coalesce(sum(case when wrong_again then 1 else 0 end) over before, 0) as integer) as round,
    step = 'matched' and coalesce(max(case when step = 'matched' then 0 else position end) over before, 0) = 0 as is_central
  from named
  where person_id is not null and not foreigner
  window before as (
    partition by person_id order by event_order, event_id rows between unbounded preceding and 1 preceding
  )
), followed as (
  -- Rounds follow each other, so the furthest step of this round is what stands above ten times its number.
  select *,
    greatest(coalesce(max(round * 10 + case when is_central then 0 else position end) over before, 0) - round * 10, 0) as reached
  from ordered
  window before as (
    partition by person_id order by event_order, event_id rows between unbounded preceding and 1 preceding
  )
), first_said as (
  select person_id, round, position, is_central, result,
    min({event_order: event_order, event_id: event_id}).event_id as first_id
  from ordered
  group by all
  having count(*) > 1
), judged as (
  select followed.*,
    case
      when first_id <> event_id then 'repeated'
      when followed.is_central then 'central'
      when wrong_again then 'applied'
      when followed.position <= reached then 'out_of_order'
      else 'applied'
    end as outcome
  from followed
  left join first_said
    on first_said.person_id = followed.person_id
    and first_said.round = followed.round
    and first_said.position = followed.position
    and first_said.is_central = followed.is_central
    and first_said.result is not distinct from followed.result
)
select event_id, person_id, step, position, event_date, unit_code, result, wrong_fields, round, outcome,
  case when outcome = 'applied' then greatest(position - reached - 1, 0) else 0 end as steps_skipped
from judged
union all by name
select event_id, person_id, step, position, event_date, unit_code, result, wrong_fields,
  case when foreigner then 'exempt' else 'unknown_record' end as outcome,
  0 as steps_skipped
from named
where person_id is null or foreigner
