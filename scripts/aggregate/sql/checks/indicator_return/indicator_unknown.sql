-- INDICATOR.UNKNOWN: the indicator is not in reference/indicators.csv. One row an offending return.
select result.input_file, result.record, 'indicator' as column_name,
  result.indicator as original_value,
  'mã trong danh mục chỉ tiêu, như lam_sach.doi_tuong' as expected_vi,
  'a code of the list of indicators, such as lam_sach.doi_tuong' as expected_en
from checked_indicator_return as result
anti join indicator using (indicator)
-- A text that no code can be has its structural issue.
where regexp_full_match(result.indicator, '[a-z0-9_]+[.][a-z0-9_]+')
