-- Doses given, one row a unit, scope, ISO week (its Monday), vaccine and kind of dose, counted where the person lives; every
-- dose once, foreigners' too. A week without such doses has no row.
with own as (
  select unit_code,
    cast(date_trunc('week', dose_date) as date) as week,
    vaccine,
    dose_kind,
    count(*) as doses
  from dose_given join person using (person_id)
  group by all
)
select counted_code as unit_code, scope, week, vaccine, dose_kind, sum(doses)::bigint as doses
from own join unit_scope using (unit_code)
group by all
