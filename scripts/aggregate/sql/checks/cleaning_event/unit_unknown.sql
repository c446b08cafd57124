-- UNIT.UNKNOWN: no unit of the report's edition has the row's code. One row an offending event.
select input_file, record, 'unit_code' as column_name,
  cleaning_event.unit_code as original_value,
  'mã đơn vị của ấn bản ' || params.edition || ', như 01 (Hà Nội) hoặc VN' as expected_vi,
  'a unit code of edition ' || params.edition || ', such as 01 (Ha Noi) or VN' as expected_en
from checked_cleaning_event as cleaning_event, params
where not exists (
    from unit where unit.edition = params.edition and unit.unit_code = cleaning_event.unit_code
  )
  -- A code that is no such thing at all has its own issue.
  and length(cleaning_event.unit_code) <= 5
