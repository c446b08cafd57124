-- DATE.AFTER_REPORT: the return is of a day after the report's. One row an offending return.
select input_file, record, 'as_of' as column_name,
  cast(stock_return.as_of as varchar) as original_value,
  'đến ngày ' || strftime(params.as_of, '%d/%m/%Y') as expected_vi,
  'up to ' || cast(params.as_of as varchar) as expected_en
from checked_stock_return as stock_return, params
where stock_return.as_of > params.as_of
