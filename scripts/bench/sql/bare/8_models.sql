-- models: the same roll-ups over the units above a commune.
create table path as
with recursive path as (
  select code as unit, code as ancestor, parent_code from unit
  union all
  select path.unit, unit.code, unit.parent_code from path join unit on unit.code = path.parent_code
)
select unit, ancestor from path;
create table progress as
select ancestor, position, count(*) as subjects from subject join path on commune = unit group by all;
create table daily as
select ancestor, event_date, count(*) as cleaned from subject join path on commune = unit where position = 6 group by all;
create table course as
select person_id, max(place) as doses, max(dose_date) as last_on from given group by person_id;
create table coverage as
with counted as (
  select fullest.commune as commune, (2022 - fullest.birth_year) // 10 as age, fullest.sex as sex, doses, last_on < date '2022-01-26' as due,
    count(*) as persons
  from course join person using (person_id)
  group by all
)
select ancestor, age, sex, doses, due, sum(persons) as persons from counted join path on commune = unit group by all;
create table weekly as
with counted as (
  select fullest.commune as commune, date_trunc('week', dose_date) as week, vaccine, place, count(*) as doses
  from given join person using (person_id)
  group by all
)
select ancestor, week, vaccine, place, sum(doses) as doses from counted join path on commune = unit group by all;
create table fault as
select ancestor, faults, count(*) as persons from subject join path on commune = unit group by all;
