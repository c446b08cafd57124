-- DATE.AFTER_REPORT: a step of the list is of a day after the report's. One row a filled date of an entry.
with filled as (
  unpivot (
    select input_file, record, list_date, reviewed_on, matched_on, handed_back_on, updated_on, rematched_on
    from checked_worklist_entry
  )
  on list_date, reviewed_on, matched_on, handed_back_on, updated_on, rematched_on
  into name column_name value day
)
select input_file, record, column_name,
  cast(day as varchar) as original_value,
  'đến ngày ' || strftime(params.as_of, '%d/%m/%Y') as expected_vi,
  'up to ' || cast(params.as_of as varchar) as expected_en
from filled, params
where day > params.as_of
