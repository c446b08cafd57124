-- INDICATOR.UNKNOWN: the indicator is not in reference/indicators.csv. One row an offending figure.
select figure.input_file, figure.record, 'indicator' as column_name,
  figure.indicator as original_value,
  'mã trong danh mục chỉ tiêu, như lam_sach.doi_tuong' as expected_vi,
  'a code of the list of indicators, such as lam_sach.doi_tuong' as expected_en
from checked_figure as figure
anti join indicator using (indicator)
where figure.indicator is not null
