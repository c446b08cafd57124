-- Events of the five steps from files of events and from filled worklists, one row an event as sent, and whom it is about:
-- `person_id` is null where the record key names nobody. `event_id` is its file, its record and its place in the record;
-- `position` is its step, 1 to 6; `event_order` puts events of one record in the order of days, and of steps within a day.
with event as (
  select input_file, record, 0 as slot, record_key, step, event_date, unit_code, result, wrong_fields
  from accepted_cleaning_event
  union all
  select input_file, record, slot, record_key, step, event_date, unit_code, result, wrong_fields
  from (
    select input_file, record, record_key, unit_code,
      unnest([
        {slot: 1, step: 'listed', event_date: list_date, result: null, wrong_fields: null},
        {slot: 2, step: 'reviewed', event_date: reviewed_on, result: null, wrong_fields: null},
        {slot: 3, step: 'matched', event_date: matched_on, result: match_result, wrong_fields: wrong_fields},
        {slot: 4, step: 'handed_back', event_date: handed_back_on, result: null, wrong_fields: null},
        {slot: 5, step: 'updated', event_date: updated_on, result: null, wrong_fields: null},
        {slot: 6, step: 'rematched', event_date: rematched_on, result: rematch_result, wrong_fields: wrong_fields}
      ], recursive := true)
    from accepted_worklist_entry
  )
  where event_date is not null
)
select (file_number * 4294967296 + record) * 8 + slot as event_id,
  case step
    when 'listed' then 1
    when 'reviewed' then 2
    when 'matched' then 3
    when 'handed_back' then 4
    when 'updated' then 5
    else 6
  end as position,
  (event_date - date '2020-01-01') * 8 + position as event_order,
  person_id,
  coalesce(foreigner, false) as foreigner,
  event_date,
  event.unit_code,
  result,
  wrong_fields
from event
join file_number using (input_file)
left join person_key on record_hash = hash(event.record_key)
left join (select person_id, foreigner from person where foreigner) using (person_id)
