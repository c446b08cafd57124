-- Every event of the five steps in the order of days, one row an event, with its outcome: `applied` moves its subject on;
-- `central` is a comparison before any list, as in March 2022, which makes a subject of a person found wrong and moves
-- nobody; `repeated` says again what was said; `out_of_order` is of a step behind the one reached; `exempt` is a foreigner's;
-- `unknown_record` names nobody. A second match that is not right ends the round, and the steps begin again.
-- `steps_skipped` counts the steps that no event told of.
with step_position as (
  select unnest(['listed', 'reviewed', 'matched', 'handed_back', 'updated', 'rematched']) as step,
    unnest([1, 2, 3, 4, 5, 6]) as position
), named as (
  select event_in.*,
    person.person_id,
    foreigner,
    position,
    step = 'rematched' and result <> 'right' as wrong_again
  from event_in
  join step_position using (step)
  left join person_key using (record_key)
  left join person on person.person_id = person_key.person_id
), ordered as (
  select *,
    coalesce(sum(case when wrong_again then 1 else 0 end) over before, 0) as round,
    step = 'matched' and coalesce(max(case when step = 'matched' then 0 else position end) over before, 0) = 0 as is_central
  from named
  where person_id is not null and not foreigner
  window before as (
    partition by person_id order by event_date, position, input_file, record, slot
    rows between unbounded preceding and 1 preceding
  )
), followed as (
  select *,
    coalesce(max(case when is_central then 0 else position end) over before, 0) as reached,
    row_number() over (
      partition by person_id, round, step, is_central, result order by event_date, position, input_file, record, slot
    ) as nth
  from ordered
  window before as (
    partition by person_id, round order by event_date, position, input_file, record, slot
    rows between unbounded preceding and 1 preceding
  )
), judged as (
  select * exclude (nth),
    case
      when nth > 1 then 'repeated'
      when is_central then 'central'
      when wrong_again then 'applied'
      when position <= reached then 'out_of_order'
      else 'applied'
    end as outcome
  from followed
)
select input_file, record, slot, person_id, step, position, event_date, unit_code, result, wrong_fields, round, outcome,
  case when outcome = 'applied' then greatest(position - reached - 1, 0) else 0 end as steps_skipped
from judged
union all by name
select input_file, record, slot, person_id, step, position, event_date, unit_code, result, wrong_fields,
  case when foreigner then 'exempt' else 'unknown_record' end as outcome,
  0 as steps_skipped
from named
where person_id is null or foreigner
