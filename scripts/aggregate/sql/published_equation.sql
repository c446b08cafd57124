-- Sums between published figures that must close. One row an equation, unit and day. Nothing is hidden: every term was
-- published by its source before.
select equation, unit_code, as_of, title_vi, title_en, parts, parts_sum, whole,
  parts_sum - whole as gap,
  case when closes then 'yes' else 'no' end as closes
from equation
order by equation, unit_code, as_of
