-- UNIT.UNKNOWN: no unit of the report's edition has the code of the list or of the corrected residence. One row a code.
with written as (
  unpivot (select input_file, record, unit_code, corrected_unit_code from checked_worklist_entry)
  on unit_code, corrected_unit_code
  into name column_name value code
)
select input_file, record, column_name,
  code as original_value,
  'mã đơn vị của ấn bản ' || params.edition || ', như 25195' as expected_vi,
  'a unit code of edition ' || params.edition || ', such as 25195' as expected_en
from written, params
where not exists (from unit where unit.edition = params.edition and unit.unit_code = written.code)
  -- A code that is no such thing at all has its own issue.
  and length(code) <= 5
