-- DATE.BEFORE_FIRST: the dose is of a day before the first injection in Vietnam, 8 March 2021. One row a dose.
select input_file, record, column_prefix || 'dose_date' as column_name,
  cast(dose_date as varchar) as original_value,
  'từ ngày 08/03/2021' as expected_vi,
  '2021-03-08 or later' as expected_en
from dose
where dose_date < date '2021-03-08'
