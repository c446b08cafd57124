-- What returns and figures state against what is computed elsewhere, one row a claim, indicator, measure and basis. Hidden (status
-- c), as in published_cleaning_progress: counts of people and doses of 1 to `suppress_below` − 1, those that leave so few of the
-- whole, shares of fewer than `min_denominator`, and the difference and verdict where either side is hidden. What a figure states
-- was published by its source before; doses in stock are things.
with judged as (
  select reconciliation.*,
    source in ('progress_return', 'indicator_return') and (
      too_small(reported_whole, null, suppress_below)
      or (measure <> 'total' and too_small(reported_part, reported_whole, suppress_below))
      or (measure = 'pct' and coalesce(reported_whole < min_denominator, false))
    ) as hide_reported,
    basis = 'own_numbers' and hide_reported or source <> 'stock_return' and (basis = 'records' or source <> 'figure') and (
      too_small(computed_whole, computed_people, suppress_below)
      or (measure <> 'total' and too_small(computed_part, computed_whole, suppress_below))
      or (measure = 'pct' and coalesce(computed_whole < min_denominator, false))
    ) as hide_computed,
    hide_reported or hide_computed as hide_either
  from reconciliation, params
)
select claim,
  source,
  unit_code,
  indicator,
  day,
  measure,
  basis,
  case when not hide_reported then cast(reported as double) end as reported,
  case when hide_reported then 'c' end as reported_status,
  case when not hide_computed then cast(computed as double) end as computed,
  case when hide_computed then 'c' when computed is null then 'z' end as computed_status,
  case when not hide_either then cast(computed - reported as double) end as difference,
  case when hide_either then 'c' when computed is null then 'z' end as difference_status,
  case when not hide_either then verdict end as verdict,
  case when hide_either then 'c' end as verdict_status
from judged
order by unit_code, day, source, claim, measure, basis, indicator
