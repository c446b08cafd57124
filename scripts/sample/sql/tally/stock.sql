-- Doses used in the week up to each day that units report on, one row a unit, vaccine, lot and day.
select coalesce(district_code, commune_code) as unit_code,
  province_code,
  vaccine,
  lot,
  day,
  count(*) as used
from dose
join (select person, commune_no from person) using (person)
join commune using (commune_no), return_day
where dose_date > day - 7 and dose_date <= day
group by all
