-- CLAIM.MISMATCH: the reported percentage lies outside what the figure's own numbers allow. One row a figure.
select input_file, record, 'reported_pct' as column_name,
  replace(cast(reported_pct as varchar), '.', ',') as original_value,
  replace(computed_pct_low || '–' || computed_pct_high, '.', ',') as expected_vi,
  computed_pct_low || '–' || computed_pct_high as expected_en
from figure_claim
where verdict = 'differs'
