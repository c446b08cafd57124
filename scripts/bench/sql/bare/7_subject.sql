-- clean: where each subject stands, by its last event; one row a person with a fault or an event.
create table subject as
with last as (
  select person_id, arg_max(position, (event_date, position)) as position, arg_max(result, (event_date, position)) as result,
    max(event_date) as event_date
  from event join person_key using (record_key)
  group by person_id
)
select person.person_id, fullest.commune as commune, faults, position, result, event_date
from person left join last using (person_id)
where faults > 0 or position is not null;
