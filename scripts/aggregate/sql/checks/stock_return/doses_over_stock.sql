-- DOSES.OVER_STOCK: more doses were used than opened and came in. One row an offending return.
select input_file, record, 'used' as column_name,
  cast(used as varchar) as original_value,
  cast(opening + received as varchar) as expected_vi,
  cast(opening + received as varchar) as expected_en
from checked_stock_return
where used > opening + received
