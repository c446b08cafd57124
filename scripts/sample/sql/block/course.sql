-- The doses that the people of a block were given, one row a person: vaccines and days side by side, by the rules in force.
-- Days after the report's day are left out later, since the world does not depend on when somebody asks.
with first_dose as (
  select person, birth_date,
    case
      when birth_date + interval 18 year <= adult.day then adult
      when birth_date + interval 12 year <= teen.day then teen
      else child
    end as campaign_day
  from person
  join day_slot as adult on adult.campaign = 'adult' and adult.slot = pick('adult day', person, 20000)
  join day_slot as teen on teen.campaign = 'teen' and teen.slot = pick('teen day', person, 20000)
  join day_slot as child on child.campaign = 'child' and child.slot = pick('child day', person, 20000)
), first_vaccine as (
  select person, birth_date,
    campaign_day.campaign,
    campaign_day.day as day_1,
    case
      -- Abdala is for 19 to 65 years, Moderna for children of 6 and more.
      when vaccine = 'abdala' and date_sub('year', birth_date, campaign_day.day) not between 19 and 64 then 'pfizer'
      when vaccine = 'moderna' and birth_date + interval 6 year > campaign_day.day then 'pfizer'
      else vaccine
    end as vaccine_1
  from first_dose
  join vaccine_slot on vaccine_slot.wave = campaign_day.wave and vaccine_slot.slot = pick('vaccine', person, 1000)
), second_dose as (
  select first_vaccine.*, course.*,
    case when primary_doses > 1 and campaign <> 'child'
        and chance('dose 2', person) < case campaign when 'teen' then dose_2_teen else dose_2 end
      then snapped(day_1 + case when day_1 + relaxed_days >= relaxed_from then relaxed_days else strict_days end
        + cast(floor(spread_days * power(chance('wait 2', person), 1.5)) as integer), person * 8 + 2)
    end as day_2,
    case when chance('second vaccine', person) < second_share and campaign = 'adult' then second else vaccine_1 end as vaccine_2
  from first_vaccine join vaccine_course as course on course.vaccine = vaccine_1, params
), third_dose as (
  select second_dose.*,
    case when primary_doses = 3 then snapped(day_2 + relaxed_days + pick('wait 3', person, 7), person * 8 + 3) end as day_3
  from second_dose, params
), completed as (
  select *,
    case primary_doses when 1 then day_1 when 2 then day_2 else day_3 end as complete_on
  from third_dose
), added as (
  select completed.*,
    -- `greatest` passes over nulls: who has no whole primary course gets nothing more.
    case when has_additional and vaccine_2 = vaccine_1 and complete_on is not null and chance('additional', person) < additional
      then snapped(cast(greatest(complete_on + 56, date '2021-12-01') as date)
        + cast(floor(100 * power(chance('wait additional', person), 1.5)) as integer), person * 8 + 4)
    end as additional_on
  from completed, params
)
select person,
  day_1,
  vaccine_1,
  day_2,
  vaccine_2,
  day_3,
  additional_on,
  case when campaign = 'adult' and complete_on is not null and chance('booster', person) < booster_1
    then snapped(cast(greatest(coalesce(additional_on, complete_on) + interval 3 month, date '2021-12-17') as date)
      + cast(floor(110 * power(chance('wait booster', person), 1.8)) as integer), person * 8 + 5)
  end as booster_on,
  booster_slot.vaccine as booster_vaccine
from added
join booster_slot on booster_slot.slot = pick('booster vaccine', person, 1000), params
