-- UNIT.UNKNOWN: no unit of the report's edition has the row's code. One row an offending return.
select input_file, record, 'unit_code' as column_name,
  stock_return.unit_code as original_value,
  'mã đơn vị của ấn bản ' || params.edition || ', như 01 (Hà Nội) hoặc VN' as expected_vi,
  'a unit code of edition ' || params.edition || ', such as 01 (Ha Noi) or VN' as expected_en
from checked_stock_return as stock_return, params
where not exists (
    from unit where unit.edition = params.edition and unit.unit_code = stock_return.unit_code
  )
  -- A code that is no such thing at all has its own issue.
  and length(stock_return.unit_code) <= 5
