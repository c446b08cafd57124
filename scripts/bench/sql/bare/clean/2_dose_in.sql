-- Usable doses of accepted rows with the exact key of their person, one row a dose as sent.
create table dose_in as
select exact_key, dose_id, number, vaccine, dose_date, lot, dose_kind, entered_on
from dose join keyed using (row_id)
where faults & getvariable('unusable') = 0;
-- What is left of doses and rows is what models ask for.
alter table dose drop person_key;
alter table dose drop course;
alter table dose drop number;
alter table dose drop vaccine;
alter table dose drop dose_date;
alter table dose drop lot;
alter table dose drop facility;
alter table dose drop dose_kind;
alter table dose drop entered_on;
alter table dose drop born_from;
