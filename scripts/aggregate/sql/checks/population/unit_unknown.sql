-- UNIT.UNKNOWN: no unit of the row's edition has its code. One row an offending row.
select input_file, record, 'unit_code' as column_name,
  population.unit_code as original_value,
  'mã đơn vị của ấn bản ' || population.edition || ', như 01 (Hà Nội) hoặc VN' as expected_vi,
  'a unit code of edition ' || population.edition || ', such as 01 (Ha Noi) or VN' as expected_en
from checked_population as population
anti join unit on unit.edition = population.edition and unit.unit_code = population.unit_code
-- An edition or a code that is no such thing at all has its own issue.
where population.edition in (select edition from unit)
  and length(population.unit_code) <= 5
