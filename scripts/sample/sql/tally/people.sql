-- People by age on 31 December 2021 and by what the match of March 2022 found, one row a unit, age group and class.
select coalesce(district_code, commune_code) as unit_code,
  province_code,
  case
    when birth_year > 2009 then '5-11'
    when birth_year > 2003 then '12-17'
    when birth_year > 1971 then '18-49'
    when birth_year > 1956 then '50-64'
    else '65+'
  end as age_group,
  case when class in ('a', 'b') then 'no_id' when class = 'c' then 'wrong' when is_unchecked then 'unchecked' else 'right' end as finding,
  count(*) as people
from flaw
join (select person, birth_year from person) using (person)
join commune using (commune_no)
group by all
