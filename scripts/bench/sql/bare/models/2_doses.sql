-- How far people have come in their doses, what was given each week, how late it was entered, and for whom a dose is due.
create table course_count as
with primary_course as (
  select vaccine as first_vaccine, max(doses) as primary_doses from dose_rule where dose_kind = 'primary' group by vaccine
), rule as (
  select dose_kind as next_kind, vaccine, coalesce(min_age, 0) as min_age, max_age, coalesce(months, 0) as months, coalesce(days, 0) as days
  from dose_rule
  where date '{as_of}' between valid_from and valid_to
), rule_of as (
  select next_kind, first_vaccine, rule_age, min(months) as months, min(days) as days
  from rule
  join primary_course on rule.vaccine is null or rule.vaccine = first_vaccine
  join (select unnest(range(-1, 121)) as rule_age) as years
    on rule_age between min_age and coalesce(max_age, 120) or (rule_age = -1 and max_age is null)
  group by all
), course as (
  -- A number holds how many doses are primary, and whether there is one of each later kind.
  select person_id,
    max(case when place = 1 then vaccine end) as first_vaccine,
    sum(case dose_kind when 'primary' then 1 when 'additional' then 100 when 'booster_1' then 10000 else 1000000 end) as kinds,
    max(dose_date) as last_dose_on
  from dose_given
  group by person_id
), staged as (
  select unit,
    sex,
    basis = 'row' as unlinked,
    kinds % 100 > 0 as primary_1,
    kinds % 100 >= coalesce(primary_doses, 2) as primary_complete,
    kinds // 100 % 100 > 0 as additional,
    kinds // 10000 % 100 > 0 as booster_1,
    kinds // 1000000 > 0 as booster_2,
    last_dose_on,
    first_vaccine,
    case when birth_day is not null then date_sub('year', birth_day, date '{as_of}') else year(date '{as_of}') - birth_year end as age,
    case when age between 0 and 120 then age else -1 end as rule_age,
    case
      when unlinked or booster_2 then null
      when booster_1 then 'booster_2'::dose_kind
      when additional then 'booster_1'
      when not primary_complete then 'primary'
      when first_vaccine in (select vaccine from rule where next_kind = 'additional') then 'additional'
      else 'booster_1'
    end as next_kind
  from course join person using (person_id) left join primary_course using (first_vaccine)
)
select unit,
  case
    when rule_age < 5 then null
    when rule_age < 12 then '5-11'
    when rule_age < 18 then '12-17'
    when rule_age < 50 then '18-49'
    when rule_age < 65 then '50-64'
    else '65+'
  end as age_group,
  sex, unlinked, primary_1, primary_complete, additional, booster_1, booster_2,
  case when last_dose_on + to_months(months) + to_days(days) <= date '{as_of}' then next_kind end as due_kind,
  count(*) as persons
from staged left join rule_of using (next_kind, first_vaccine, rule_age)
group by all;
create table coverage as
with kind as (
  select unit, age_group, sex, unlinked, persons, unnest(list_filter([
    case when primary_1 then 'primary_1' end, case when primary_complete then 'primary_complete' end, case when additional then 'additional' end,
    case when booster_1 then 'booster_1' end, case when booster_2 then 'booster_2' end], lambda one: one is not null)) as dose_kind
  from course_count
), counted as (
  select counted, scope, dose_kind,
    if(grouping(age_group) = 1, 'all', age_group) as age_group,
    if(grouping(sex) = 1, 'all', cast(sex as varchar)) as sex,
    sum(persons) as persons,
    sum(persons) filter (unlinked) as persons_unlinked
  from kind join scope using (unit)
  group by counted, scope, dose_kind, grouping sets ((age_group, sex), (age_group), (sex), ())
  having (grouping(age_group) = 1 or age_group is not null) and (grouping(sex) = 1 or sex is not null)
)
select told.*, population.persons as target, 100 * told.persons / nullif(population.persons, 0) as pct
from counted as told
left join population on population.unit = told.counted and told.sex = 'all' and scope = 'all' and population.age_group = told.age_group;
create table dose_weekly as
with own as (
  select unit, cast(date_trunc('week', dose_date) as date) as week, vaccine, dose_kind, count(*) as doses from dose_given group by all
)
select counted, scope, week, vaccine, dose_kind, sum(doses) as doses from own join scope using (unit) group by all;
create table entry_backlog as
with own as (
  select unit, case when entered_on >= dose_date then entered_on - dose_date end as days, count(*) as doses from dose_given group by all
), summed as (
  select counted, days, sum(doses) as doses from own join scope using (unit) where scope = 'all' group by all
), ranked as (
  select *, sum(doses) over (partition by counted order by days) as by_then, sum(doses) over (partition by counted) as dated
  from summed
  where days is not null
), entered as (
  select counted, any_value(dated) as doses_dated,
    min(days) filter (2 * by_then >= dated) as median_days,
    min(days) filter (10 * by_then >= 9 * dated) as ninetieth_days,
    sum(doses) filter (days > 1) as over_1_day,
    sum(doses) filter (days > 7) as over_7_days,
    sum(doses) filter (days > 14) as over_14_days
  from ranked
  group by counted
), stated as (
  select unit as counted, unnest(arg_max({given: doses_given, recorded: doses_recorded, not_entered: doses_not_entered}, as_of))
  from progress_latest
  where coalesce(doses_given, doses_recorded, doses_not_entered) is not null
  group by unit
)
from (select counted, sum(doses) as doses_in_records from summed group by counted)
left join entered using (counted) full join stated using (counted);
create table dose_due as
select counted, scope, due_kind as dose_kind, sum(persons) as persons
from course_count join scope using (unit)
where due_kind is not null
group by all;
create table stock_and_due as
with latest as (
  -- What a unit has left is what its last return says of each lot.
  select unit, vaccine, lot, expiry, coalesce(closing, rest) as doses, as_of
  from stock
  qualify as_of = max(as_of) over (partition by unit)
), left_over as (
  select counted, sum(doses) filter (expiry is null or expiry >= date '{as_of}') as doses_left,
    sum(doses) filter (expiry between date '{as_of}' and date '{as_of}' + 27) as doses_expiring
  from latest join scope using (unit)
  where scope = 'all'
  group by counted
), due as (
  select counted, sum(persons) as persons_due from dose_due where scope = 'all' group by counted
), given as (
  select counted, count(*) as given_28_days
  from dose_given join scope using (unit)
  where scope = 'all' and dose_date > date '{as_of}' - 28
  group by counted
)
select *, least(doses_left, persons_due) > coalesce(given_28_days, 0) as slow
from left_over full join due using (counted) left join given using (counted);
