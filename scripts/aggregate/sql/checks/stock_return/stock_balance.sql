-- STOCK.BALANCE: opening + received − issued − used − wasted is not closing, where all six are reported. One row an
-- offending return.
select input_file, record, 'closing' as column_name,
  cast(closing as varchar) as original_value,
  cast(opening + received - issued - used - wasted as varchar) as expected_vi,
  cast(opening + received - issued - used - wasted as varchar) as expected_en
from checked_stock_return
where opening + received - issued - used - wasted <> closing
