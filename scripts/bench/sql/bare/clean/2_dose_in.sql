-- Usable doses of accepted rows with the exact key of their person, one row a dose as sent.
create table dose_in as
select exact_key, dose_id, number, vaccine, dose_date, lot, dose_kind, entered_on
from dose join keyed using (row_id)
where faults & getvariable('unusable') = 0;
