-- The subjects of cleaning and where each stands on the report's day, one row a person ever in class a, b or c or ever found
-- wrong by a comparison; they never leave the denominator. `since` is the day it was first found wrong, where an event says
-- so. Cleaned is `verified`: matched again and right. Foreigners use a passport and need no match.
with settled_wrong as (
  select person_id, arg_max(wrong_fields, event_order) as wrong_fields
  from event_in join event_course using (person_id)
  where settled and not foreigner and wrong_fields is not null and (central_wrong or event_order is distinct from central_order)
  group by person_id
), last_change as (
  -- Of most the last event says it all.
  select person_id,
    case when steps = 0 then 'to_list' else state_entered(last_order & 7, true) end as state,
    date '2020-01-01' + cast(last_order >> 3 as integer) as entered_on,
    date '2020-01-01' + cast(since_day as integer) as since,
    wrong_fields
  from event_course left join settled_wrong using (person_id)
  where settled and (steps > 0 or central_wrong)
  union all by name
  select person_id,
    arg_max(state, change_order) as state,
    max(entered_on) as entered_on,
    min(entered_on) as since,
    arg_max(wrong_fields, change_order) as wrong_fields
  from state_change, params
  where not settled and entered_on <= params.as_of
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
-- One condition: of two DuckDB would expect so few people that it gathers all of them instead of the changes.
where not (foreigner or (person.ministry_class is null and last_change.person_id is null))
