-- UNIT.UNKNOWN: no unit of the row's edition has its code. One row an offending return.
select input_file, record, 'unit_code' as column_name,
  progress_return.unit_code as original_value,
  'mã đơn vị của ấn bản ' || progress_return.edition || ', như 01 (Hà Nội) hoặc VN' as expected_vi,
  'a unit code of edition ' || progress_return.edition || ', such as 01 (Ha Noi) or VN' as expected_en
from checked_progress_return as progress_return
anti join unit on unit.edition = progress_return.edition and unit.unit_code = progress_return.unit_code
-- An edition or a code that is no such thing at all has its own issue.
where progress_return.edition in (select edition from unit)
  and length(progress_return.unit_code) <= 5
