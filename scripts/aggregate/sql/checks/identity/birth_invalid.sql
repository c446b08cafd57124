-- BIRTH.INVALID: written as a date, but no day of the calendar (class c). One row a person or dose record.
select input_file, record, 'birth_date' as column_name,
  birth_date as original_value,
  'một ngày có thật, dạng dd/mm/yyyy' as expected_vi,
  'a day of the calendar, as dd/mm/yyyy' as expected_en
from bare_identity
where birth_day is null and birth_precision is null and birth_date is not null
  -- A text that is no date at all has its structural issue.
  and regexp_full_match(birth_date, '[0-9]{1,2}[/.-][0-9]{4}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}')
