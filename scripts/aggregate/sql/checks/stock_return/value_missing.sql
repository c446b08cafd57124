-- VALUE.MISSING: the return holds no number. One row an offending return.
select input_file, record, 'closing' as column_name,
  cast(null as varchar) as original_value,
  'ít nhất một số của báo cáo' as expected_vi,
  'at least one number of the return' as expected_en
from raw_stock_return
where coalesce(opening, received, issued, used, wasted, closing) is null
