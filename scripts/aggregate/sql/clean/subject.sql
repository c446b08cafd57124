-- The subjects of cleaning and where each stands on the report's day, one row a person ever in class a, b or c or ever found
-- wrong by a comparison; they never leave the denominator. `since` is the day it was first found wrong, where an event says
-- so. Cleaned is `verified`: matched again and right. Foreigners use a passport and need no match.
with last_change as (
  select person_id,
    arg_max(state, change_order) as state,
    max(entered_on) as entered_on,
    min(entered_on) as since,
    arg_max(wrong_fields, change_order) as wrong_fields
  from state_change, params
  where entered_on <= params.as_of
  group by person_id
)
select person.person_id,
  person.record_key,
  person.unit_code,
  person.residence_kind,
  -- What only a comparison finds wrong is basic data: class c.
  coalesce(person.ministry_class, 'c') as ministry_class,
  coalesce(last_change.wrong_fields, nullif(concat_ws(',',
    case when wrong_bits & 1 > 0 then 'birth_date' end,
    case when wrong_bits & 2 > 0 then 'full_name' end,
    case when wrong_bits & 4 > 0 then 'id_number' end,
    case when wrong_bits & 8 > 0 then 'sex' end), '')) as wrong_fields,
  coalesce(last_change.state, 'to_list') as state,
  case when last_change.state is not null then last_change.entered_on end as entered_on,
  since,
  coalesce(last_change.state = 'verified', false) as cleaned
from person
left join last_change using (person_id)
where not foreigner and (person.ministry_class is not null or last_change.person_id is not null)
