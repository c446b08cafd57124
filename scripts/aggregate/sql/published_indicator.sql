-- The indicators that figures refer to: what is counted, and in which unit. One row an indicator of reference/indicators.csv.
select indicator, position, indicator_group, kind, measure_unit, title_vi, title_en, description_vi, description_en, source
from indicator
order by position
