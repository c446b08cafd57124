-- DATE.AFTER_REPORT: the dose is of a day after the report's. One row a dose.
select input_file, record, column_prefix || 'dose_date' as column_name,
  cast(dose_date as varchar) as original_value,
  'đến ngày ' || strftime(params.as_of, '%d/%m/%Y') as expected_vi,
  'up to ' || cast(params.as_of as varchar) as expected_en
from dose, params
where dose_date > params.as_of
