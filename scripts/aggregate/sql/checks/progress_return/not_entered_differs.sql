-- NOT_ENTERED.DIFFERS: doses not entered are not doses given less doses recorded. One row an offending return.
select input_file, record, 'doses_not_entered' as column_name,
  cast(doses_not_entered as varchar) as original_value,
  cast(doses_given - doses_recorded as varchar) as expected_vi,
  cast(doses_given - doses_recorded as varchar) as expected_en
from checked_progress_return
where doses_not_entered <> doses_given - doses_recorded
  -- A negative difference has its own issue.
  and doses_recorded <= doses_given
