-- Usable doses of accepted rows with the exact key of their person, one row a dose as sent.
create table dose_in as
select exact_key, dose_id, number, vaccine, dose_date, lot, dose_kind, entered_on
from dose join keyed using (row_id)
where faults & getvariable('unusable') = 0;
-- Of doses and rows models ask for what is wrong with them; the rest would fill the disk in a country.
create or replace table dose as select dose_id, row_id, faults from dose;
