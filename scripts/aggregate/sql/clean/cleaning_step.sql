-- Every event of the five steps in the order of days, one row an event, with its outcome: `applied` moves its subject on;
-- `central` is a comparison before any list, as in March 2022, which makes a subject of a person found wrong and moves
-- nobody; `repeated` says again what was said; `out_of_order` is of a step behind the one reached; `exempt` is a foreigner's;
-- `unknown_record` names nobody. A second match that is not right ends the round, and the steps begin again.
-- `steps_skipped` counts the steps that no event told of. `settled` as `event_course` says.
with plain as (
  select event_in.*,
    settled,
    0 as round,
    case when event_order = central_order then 'central' else 'applied' end as outcome,
    -- The furthest step told of before this one.
    steps & ((1 << position) - 1) as before,
    case
      when before >= 32 then 5
      when before >= 16 then 4
      when before >= 8 then 3
      when before >= 4 then 2
      when before >= 2 then 1
      else 0
    end as reached
  from event_in join event_course using (person_id)
  where plain and not foreigner
), followed as (
  select event_id, person_id, position, event_date, unit_code, result, wrong_fields, round, outcome, settled, reached from plain
  union all by name
  from (select *, false as settled from walked_step)
), judged as (
  select * exclude (reached),
    case when outcome = 'applied' then greatest(position - reached - 1, 0) else 0 end as steps_skipped
  from followed
  union all by name
  select event_id, person_id, position, event_date, unit_code, result, wrong_fields,
    case when foreigner then 'exempt' else 'unknown_record' end as outcome,
    0 as steps_skipped
  from event_in
  where person_id is null or foreigner
)
select event_id,
  person_id,
  case position
    when 1 then 'listed'
    when 2 then 'reviewed'
    when 3 then 'matched'
    when 4 then 'handed_back'
    when 5 then 'updated'
    else 'rematched'
  end as step,
  * exclude (event_id, person_id)
from judged
