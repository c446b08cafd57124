-- DATE.AFTER_REPORT: the event is of a day after the report's. One row an offending event.
select input_file, record, 'event_date' as column_name,
  cast(cleaning_event.event_date as varchar) as original_value,
  'đến ngày ' || strftime(params.as_of, '%d/%m/%Y') as expected_vi,
  'up to ' || cast(params.as_of as varchar) as expected_en
from checked_cleaning_event as cleaning_event, params
where cleaning_event.event_date > params.as_of
