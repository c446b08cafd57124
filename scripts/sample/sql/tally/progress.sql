-- What a block adds to the returns on cleaning, one row a unit that reports and day: a district, or a commune where there are
-- no districts.
with reached as (
  select commune_no, day,
    count(*) as subjects_total,
    count(*) filter (right_on <= day) as subjects_cleaned,
    count(*) filter (listed_on <= day and coalesce(stuck_at, 8) >= 1) as listed,
    count(*) filter (reviewed_on <= day and coalesce(stuck_at, 8) >= 2) as reviewed,
    count(*) filter (matched_on <= day and coalesce(stuck_at, 8) >= 3) as matched,
    count(*) filter (handed_back_on <= day and coalesce(stuck_at, 8) >= 4) as handed_back,
    count(*) filter (updated_on <= day and coalesce(stuck_at, 8) >= 5) as updated,
    0 as doses_given,
    0 as doses_recorded
  from process, return_day
  group by all
), dosed as (
  select commune_no, day,
    0 as subjects_total,
    0 as subjects_cleaned,
    0 as listed,
    0 as reviewed,
    0 as matched,
    0 as handed_back,
    0 as updated,
    count(*) filter (dose_date <= day) as doses_given,
    count(*) filter (entered_on <= day) as doses_recorded
  from dose join (select person, commune_no from person) using (person), return_day
  group by all
)
select coalesce(district_code, commune_code) as unit_code,
  province_code,
  day,
  cast(sum(columns('^(subjects_total|subjects_cleaned|listed|reviewed|matched|handed_back|updated|doses_given|doses_recorded)$')) as bigint)
from (from reached union all from dosed) join commune using (commune_no)
group by all
