-- Published figures with the percentage computed from their own numbers. One row a figure. Denominator: the figure's own
-- total. Nothing is hidden here: every number was published by its source before. Status: x not reported, z does not apply.
select figure_id, unit_code, edition, as_of, as_of_precision, indicator,
  done, done_qualifier,
  case when done is null then 'z' end as done_status,
  total, total_qualifier,
  case when total is null then case when done is null then 'z' else 'x' end end as total_status,
  value, value_qualifier,
  case when value is null then 'z' end as value_status,
  measure_unit,
  reported_pct,
  cast(reported_pct_decimals as integer) as reported_pct_decimals,
  case when reported_pct is null then case when done is null then 'z' else 'x' end end as reported_pct_status,
  cast(computed_pct as decimal(9, 2)) as computed_pct,
  cast(computed_pct_low as decimal(9, 2)) as computed_pct_low,
  cast(computed_pct_high as decimal(9, 2)) as computed_pct_high,
  case when computed_pct is null then case when done is null or total = 0 then 'z' else 'x' end end as computed_pct_status,
  cast(pct_gap as decimal(9, 2)) as pct_gap,
  verdict, explanation, source, note, note_en,
  input_file, line as input_line
from figure_claim
order by as_of, unit_code, indicator, figure_id
