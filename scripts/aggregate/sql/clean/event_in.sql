-- Events of the five steps from files of events and from filled worklists, one row an event as sent.
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
