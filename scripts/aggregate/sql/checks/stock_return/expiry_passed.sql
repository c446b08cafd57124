-- EXPIRY.PASSED: a lot still in stock had expired before the return's day. One row an offending return.
select input_file, record, 'expiry' as column_name,
  cast(expiry as varchar) as original_value,
  'hạn dùng từ ngày ' || strftime(as_of, '%d/%m/%Y') || ', hoặc tồn bằng 0' as expected_vi,
  'an expiry of ' || cast(as_of as varchar) || ' or later, or no stock' as expected_en
from checked_stock_return
where closing > 0 and expiry < as_of
