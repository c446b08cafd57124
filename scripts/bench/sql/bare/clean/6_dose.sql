-- Every dose once, in its place and of its kind. Most courses are plain: up to four doses, each number once and later than the one
-- before; there the number is the place, and no dose is another one. Days are gathered 14 bits each, so that one number holds them.
update dose_in set exact_key = person_link.person_id from person_link where person_link.exact_key = dose_in.exact_key;
alter table dose_in rename exact_key to person_id;
create table dose_course as
with rule as (
  select vaccine,
    coalesce(max(doses) filter (dose_kind = 'primary'), 2) as primary_doses,
    coalesce(min(valid_from) filter (dose_kind = 'additional') - date '2010-01-01', 16384) as additional_day,
    primary_doses * 32768 + additional_day as course
  from dose_rule
  where vaccine is not null
  group by vaccine
), told as (
  select person_id,
    count(*) as doses,
    bit_or(case
      when number between 1 and 4 and dose_date - date '2010-01-01' between 1 and 16383
        then (cast(dose_date - date '2010-01-01' as bigint) << 14 * (number - 1))
          | (cast(coalesce(dose_kind = 'additional', false) as bigint) << 55 + number)
      else 0
    end) as days,
    max(case when number = 1 then coalesce(course, 2 * 32768 + 16384) end) as course
  from dose_in left join rule using (vaccine)
  group by person_id
), dated as (
  select person_id,
    days & 16383 as first_day,
    (days >> 14) & 16383 as second_day,
    (days >> 28) & 16383 as third_day,
    (days >> 42) & 16383 as fourth_day,
    first_day > 0
      and if(doses > 1, second_day > first_day, second_day = 0)
      and if(doses > 2, third_day > second_day, third_day = 0)
      and if(doses > 3, fourth_day > third_day, fourth_day = 0)
      and doses <= 4 as plain,
    course // 32768 as primary_doses,
    case primary_doses when 1 then second_day when 2 then third_day when 3 then fourth_day else 0 end as next_day,
    next_day > 0 and (next_day >= course % 32768 or (days >> (56 + primary_doses)) & 1 = 1) as has_additional
  from told
)
select person_id, unit, plain, cast(primary_doses as utinyint) as primary_doses, has_additional
from dated join person using (person_id);
-- Doses that are another one written twice: of one day, or of one number and vaccine within 14 days.
create table dose_merged as
with looked_at as (
  select dose_id, person_id, dose_date, number, vaccine from dose_in semi join (from dose_course where not plain) using (person_id)
), first_merge as (
  select dose_id, min(dose_id) over (partition by person_id, dose_date) as kept_id from looked_at qualify dose_id <> kept_id
), near as (
  select dose_id, first_value(dose_id) over earlier as kept_id, dose_date - first_value(dose_date) over earlier as days
  from looked_at anti join first_merge using (dose_id)
  where number is not null
  window earlier as (partition by person_id, number, vaccine order by dose_date, dose_id)
)
select dose_id, 'same_day' as basis from first_merge
union all
select dose_id, 'same_number' from near where dose_id <> kept_id and days <= 14;
create table dose_given as
with rule as (
  select vaccine as first_vaccine,
    coalesce(max(doses) filter (dose_kind = 'primary'), 2) as primary_doses,
    min(valid_from) filter (dose_kind = 'additional') as additional_from
  from dose_rule
  where vaccine is not null
  group by vaccine
), placed as (
  select person_id, unit, vaccine, dose_date, entered_on, dose_kind as marked,
    row_number() over course as place,
    first_value(vaccine) over course as first_vaccine
  from dose_in join (select person_id, unit from dose_course where not plain) using (person_id) anti join dose_merged using (dose_id)
  window course as (partition by person_id order by dose_date, dose_id)
), ruled as (
  select placed.*, coalesce(rule.primary_doses, 2) as primary_doses, additional_from from placed left join rule using (first_vaccine)
), course as (
  select person_id, unit, vaccine, dose_date, entered_on, marked, place, primary_doses,
    coalesce(bool_or(place = primary_doses + 1 and (marked = 'additional' or dose_date >= additional_from))
      over (partition by person_id), false) as has_additional
  from ruled
  union all
  select person_id, unit, vaccine, dose_date, entered_on, dose_kind, number, primary_doses, has_additional
  from dose_in join dose_course using (person_id)
  where plain
)
select person_id,
  unit,
  cast(place as utinyint) as place,
  vaccine,
  dose_date,
  entered_on,
  coalesce(marked, case
    when place <= primary_doses then 'primary'::dose_kind
    when place = primary_doses + 1 then if(has_additional, 'additional'::dose_kind, 'booster_1')
    when place = primary_doses + 2 and has_additional then 'booster_1'
    else 'booster_2'
  end) as dose_kind
from course;
drop table dose_in;
drop table dose_course;
drop table dose_merged;
