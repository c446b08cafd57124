-- How far people have come in their course of doses, one row a unit, age group, sex and stage; coverage and what is due are
-- sums of it. Everybody with a dose, foreigners too. Age is in full years on the report's day; where only the year or month of
-- birth is known, the age reached that year. `unlinked`: the person stands for one row that tells nobody from others, so that
-- their doses may be another's. `due_kind` is the next dose that is due on the report's day by a rule in force then, of the
-- shortest interval known; a rule for adults holds where the age is unknown, and nothing is due to the unlinked. Source of
-- the rules: reference/dose_rules.csv.
with primary_course as (
  select vaccine as first_vaccine, max(cast(doses as integer)) as primary_doses
  from dose_rules where dose_kind = 'primary' group by vaccine
), rule as (
  select dose_kind as next_kind,
    dose_rules.vaccine,
    coalesce(cast(min_age as integer), 0) as min_age,
    cast(max_age as integer) as max_age,
    coalesce(cast(min_interval_months as integer), 0) as months,
    coalesce(cast(min_interval_days as integer), 0) as days
  from dose_rules, params
  where as_of between cast(valid_from as date) and coalesce(cast(valid_to as date), date '9999-12-31')
), rule_of as (
  -- One row a kind, first vaccine and age, so that people are joined by equality and nobody twice.
  select next_kind, first_vaccine, rule_age, min(months) as months, min(days) as days
  from rule
  join primary_course on rule.vaccine is null or rule.vaccine = first_vaccine
  join (select unnest(range(-1, 121)) as rule_age) as years
    on rule_age between min_age and coalesce(max_age, 120) or (rule_age = -1 and max_age is null)
  group by next_kind, first_vaccine, rule_age
), course as (
  select person_id,
    any_value(vaccine) filter (place = 1) as first_vaccine,
    count(*) filter (dose_kind = 'primary') as primary_given,
    bool_or(dose_kind = 'additional') as additional,
    bool_or(dose_kind = 'booster_1') as booster_1,
    bool_or(dose_kind = 'booster_2') as booster_2,
    max(dose_date) as last_dose_on
  from dose_given
  group by person_id
), aged as (
  select course.* exclude (person_id),
    unit_code,
    sex,
    key_basis = 'row' as unlinked,
    primary_given >= coalesce(primary_doses, 2) as primary_complete,
    case when birth_day is not null then date_sub('year', birth_day, as_of) else year(as_of) - birth_year end as age
  from course
  join person using (person_id)
  left join primary_course using (first_vaccine),
  params
), staged as (
  select *,
    case
      when unlinked or booster_2 then null
      when booster_1 then 'booster_2'
      when additional then 'booster_1'
      when not primary_complete then 'primary'
      when first_vaccine in (select vaccine from rule where next_kind = 'additional') then 'additional'
      else 'booster_1'
    end as next_kind,
    -- An age beyond belief is an unknown one.
    case when age between 0 and 120 then age else -1 end as rule_age
  from aged
)
select unit_code,
  case
    when rule_age < 5 then null
    when rule_age < 12 then '5-11'
    when rule_age < 18 then '12-17'
    when rule_age < 50 then '18-49'
    when rule_age < 65 then '50-64'
    else '65+'
  end as age_group,
  sex,
  unlinked,
  primary_given > 0 as primary_1,
  primary_complete,
  additional,
  booster_1,
  booster_2,
  case when last_dose_on + to_months(rule_of.months) + to_days(rule_of.days) <= params.as_of then next_kind end as due_kind,
  count(*) as persons
from staged
left join rule_of using (next_kind, first_vaccine, rule_age),
params
group by all
