-- The state a subject entered and the day, one row a change: with it the state of any past day can be asked. Before the first
-- change a subject is `to_list`.
select person_id,
  event_date as entered_on,
  round,
  position,
  case
    when outcome = 'central' then 'to_list'
    when step <> 'rematched' then step
    when result = 'right' then 'verified'
    else 'mismatched'
  end as state,
  unit_code,
  wrong_fields
from cleaning_step
where outcome = 'applied' or (outcome = 'central' and result <> 'right')
