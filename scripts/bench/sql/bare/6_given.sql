-- clean: every dose once, in its place; one row a person and day.
create table given as
select person_id, dose_date, any_value(vaccine) as vaccine, min(number) as number,
  row_number() over (partition by person_id order by dose_date) as place
from dose join person_key using (record_key)
where dose_date is not null
group by person_id, dose_date;
