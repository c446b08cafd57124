-- Daily full restatements of doses given in Germany as the snapshots that restatement.sql reads, one row a Land, vaccine, dose,
-- day of vaccination and day of publication. Source: Robert Koch-Institut, COVID-19-Impfungen in Deutschland, CC BY 4.0.
select land_id as unit_code,
  vaccine || ' ' || dose_no as item,
  vaccination_date as day,
  doses as value,
  snapshot_date as received
from rki
