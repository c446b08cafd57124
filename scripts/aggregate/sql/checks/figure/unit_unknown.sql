-- UNIT.UNKNOWN: no unit of the row's edition has its code. One row an offending figure.
select figure.input_file, figure.record, 'unit_code' as column_name,
  figure.unit_code as original_value,
  'mã đơn vị của ấn bản ' || figure.edition || ', như 70 (Bình Phước) hoặc VN' as expected_vi,
  'a unit code of edition ' || figure.edition || ', such as 70 (Binh Phuoc) or VN' as expected_en
from checked_figure as figure
anti join unit on unit.edition = figure.edition and unit.unit_code = figure.unit_code
-- An edition or a code that is no such thing at all has its own issue.
where figure.edition in (select edition from unit)
  and length(figure.unit_code) <= 5
