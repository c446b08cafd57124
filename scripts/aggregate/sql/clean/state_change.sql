-- The state a subject entered and the day, one row a change: with it the state of any past day can be asked. Before the first
-- change a subject is `to_list`. `change_order` puts the changes of a subject in the order of days, rounds and steps, and
-- where these are the same in that of the rows sent.
select person_id,
  event_date as entered_on,
  round,
  position,
  case when outcome = 'central' then 'to_list' else state_entered(position, coalesce(result = 'right', false)) end as state,
  unit_code,
  wrong_fields,
  settled,
  -- A decimal, since Parquet keeps larger whole numbers only to some 16 digits.
  cast(((event_date - date '2020-01-01') * 100000 + round * 10 + position) * 1152921504606846976::hugeint + event_id as decimal(38, 0)) as change_order
from cleaning_step
where outcome = 'applied' or (outcome = 'central' and result <> 'right')
