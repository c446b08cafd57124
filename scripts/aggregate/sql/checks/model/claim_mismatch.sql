-- CLAIM.MISMATCH: the reported percentage lies outside what the figure's own numbers allow. One row a figure.
select input_file, record, 'reported_pct' as column_name,
  -- With the decimals it is written with, of the four that a decimal has.
  replace(left(pct_text, length(pct_text) - 4 + reported_pct_decimals - if(reported_pct_decimals = 0, 1, 0)), '.', ',') as original_value,
  replace(computed_pct_low || '–' || computed_pct_high, '.', ',') as expected_vi,
  computed_pct_low || '–' || computed_pct_high as expected_en
from (select *, cast(reported_pct as varchar) as pct_text from figure_claim)
where verdict = 'differs'
