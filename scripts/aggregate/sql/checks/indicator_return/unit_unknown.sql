-- UNIT.UNKNOWN: no unit of the row's edition has its code. One row an offending return.
select input_file, record, 'unit_code' as column_name,
  indicator_return.unit_code as original_value,
  'mã đơn vị của ấn bản ' || indicator_return.edition || ', như 01 (Hà Nội) hoặc VN' as expected_vi,
  'a unit code of edition ' || indicator_return.edition || ', such as 01 (Ha Noi) or VN' as expected_en
from checked_indicator_return as indicator_return
anti join unit on unit.edition = indicator_return.edition and unit.unit_code = indicator_return.unit_code
-- An edition or a code that is no such thing at all has its own issue.
where indicator_return.edition in (select edition from unit)
  and length(indicator_return.unit_code) <= 5
