-- Rules on the doses of one course: only courses that may break one are looked at dose by dose. Each condition lets through more
-- than its rule finds.
create table suspect_dose as
with rule_day as (
  -- As many days at most as a rule asks for, less the 4 that it lets pass.
  select vaccine, dose_kind, coalesce(days, 31 * months) - 4 as days,
    unnest(generate_series(valid_from, least(valid_to, date '2030-12-31'), interval 1 day))::date as day
  from dose_rule
), second_rule as (
  select vaccine, day, max(days) as primary_days
  from rule_day
  where dose_kind = 'primary' and vaccine in (select vaccine from dose_rule where dose_kind = 'primary' and doses > 1)
  group by all
), third_rule as (
  select day, max(days) as days from rule_day group by day
), beside as (
  -- Of a person record the doses stand beside each other.
  select cast(row_id as ubigint) as course, day_1, day_2, day_3, vaccine_2 as vaccine, false as not_primary,
    given_1::utinyint + given_2::utinyint + given_3::utinyint as doses,
    (given_1 and day_1 is not null)::utinyint * 2 | (given_2 and day_2 is not null)::utinyint * 4 | (given_3 and day_3 is not null)::utinyint * 8
      as numbers,
    vaccine_1 <> vaccine_2 as mixed
  from row
  where is_person and (given_2 or given_3 or day_1 is null) and (given_1 or given_2 or given_3)
), below as (
  select course,
    min(dose_date) filter (number = 1) as day_1,
    min(dose_date) filter (number = 2) as day_2,
    min(dose_date) filter (number = 3) as day_3,
    min(vaccine) filter (number <= 2) as vaccine,
    coalesce(bool_or(number = 2 and dose_kind <> 'primary'), false) as not_primary,
    count(*) as doses,
    bit_or(case when dose_date is not null and number between 1 and 9 then 1 << number end) as numbers,
    coalesce(min(vaccine) filter (number <= 2) <> max(vaccine) filter (number <= 2), false) as mixed
  from dose
  where not is_person and person_key is not null
  group by course
), suspect as (
  select course
  from (from beside union all by name from below) as course_of
  left join second_rule on second_rule.vaccine = course_of.vaccine and second_rule.day = day_2
  left join third_rule on third_rule.day = day_3
  where doses <> bit_count(numbers) or numbers is null or numbers & ~((numbers << 1) | 2) <> 0 or doses > 3 or mixed
    or day_2 - day_1 < if(not_primary, 184, coalesce(primary_days, 184))
    or day_3 - day_2 < coalesce(days, 184)
)
select dose.* from dose semi join suspect using (course)
union all
select dose.*
from dose semi join (from shared_key where several_courses) using (person_key) anti join suspect using (course);
insert into finding
-- A dose, but not the one numbered before it, in none of the person's rows.
with course as (
  select course, any_value(person_key) as person_key, bit_or(1 << number) as numbers
  from suspect_dose
  where course is not null and number between 1 and 9
  group by course
), person_course as (
  select person_key, bit_or(numbers) as numbers from course where person_key is not null group by person_key
), gap as (
  select course, course.numbers & ~((coalesce(person_course.numbers, course.numbers) << 1) | 2) as without_earlier
  from course left join person_course using (person_key)
  where without_earlier <> 0
)
select row_id, 'DOSE.GAP'
from suspect_dose join gap using (course) anti join unusable using (row_id)
where number between 1 and 9 and without_earlier & (1 << number) <> 0;
insert into finding
-- Doses 1 to 5 out of the order of their numbers.
with usable as (
  from suspect_dose anti join unusable using (row_id)
  where course is not null and number between 1 and 5 and dose_date is not null
), first_day as (
  select course, number, min(dose_date) as day from usable group by course, number
), ordered as (
  select *, max(day) over (partition by course order by number rows between unbounded preceding and 1 preceding) as before from first_day
)
select row_id, 'DOSE.ORDER'
from usable join (from ordered where day < before) using (course, number)
where dose_date = day;
insert into finding
-- Sooner after the dose before than the rule of the day lets it be.
with primary_course as (
  select vaccine as vaccine_before, max(doses) as primary_doses from dose_rule where dose_kind = 'primary' group by vaccine
), additional as (
  select distinct vaccine from dose_rule where dose_kind = 'additional'
), usable as (
  select * from suspect_dose anti join unusable using (row_id)
  where course is not null and number between 1 and 9 and dose_date is not null
), pair as (
  select later.*, earlier.dose_date as date_before, earlier.vaccine as vaccine_before, earlier.dose_kind as kind_before
  from usable as later
  join usable as earlier on earlier.course = later.course and earlier.number = later.number - 1
  where later.number > 1 and later.dose_date - earlier.dose_date between 0 and 184
), fourth as (
  select distinct pair.course, second.vaccine as vaccine_2
  from pair join usable as second on second.course = pair.course and second.number = 2
  where pair.number = 4 and pair.dose_kind is null and pair.kind_before is null
), kinds as (
  select pair.*,
    coalesce(pair.dose_kind, case
      when number <= least(primary_doses, if(vaccine_before = pair.vaccine, 3, 2)) then 'primary'::dose_kind
      when number <= 2 then 'booster_1'
      when number = 3 and vaccine_before in (from additional) then 'additional'
      when number = 3 then 'booster_1'
      when number = 4 and kind_before in ('additional', 'primary') then 'booster_1'
      when number = 4 and kind_before is null and (vaccine_before = 'abdala' or vaccine_2 in (from additional)) then 'booster_1'
      else 'booster_2'
    end) as kind
  from pair
  left join primary_course using (vaccine_before)
  left join fourth on fourth.course = pair.course and pair.number = 4
)
select distinct row_id, 'DOSE.TOO_SOON'
from kinds
join dose_rule as rule
  on rule.dose_kind = kinds.kind
  and (rule.vaccine is null or rule.vaccine = vaccine_before)
  and kinds.dose_date between rule.valid_from and rule.valid_to
  and (rule.max_age is null or born_from + to_years(rule.max_age + 1) > kinds.dose_date)
  and (rule.max_age is not null or born_from is null or rule.min_age is null or born_from + to_years(rule.min_age) <= kinds.dose_date)
where kinds.dose_date < if(rule.months is not null, cast(date_before + to_months(rule.months) as date), date_before + rule.days) - 4;
insert into finding
-- More doses than primary ones, an additional one and two boosters.
with vaccine_limit as (
  select vaccine,
    max(doses) filter (dose_kind = 'primary') + coalesce(max(doses) filter (dose_kind = 'additional'), 0) + 2 as most
  from dose_rule
  where vaccine is not null
  group by vaccine
), usable as (
  from suspect_dose anti join unusable using (row_id) where course is not null and number between 1 and 9
), counted as (
  select course,
    bit_count(bit_or(1 << number)) as doses,
    max(number) as number,
    greatest(max(most), case when bool_or(dose_kind = 'additional') then 5 end) as most
  from usable left join vaccine_limit using (vaccine)
  group by course
  having bit_count(bit_or(1 << usable.number)) > most
)
select row_id, 'DOSE.COUNT' from usable join counted using (course, number);
insert into finding
-- The primary doses 1 and 2 of two vaccines.
with usable as (
  select row_id, course, number, vaccine
  from suspect_dose
  where course is not null and number in (1, 2) and (dose_kind is null or dose_kind = 'primary') and vaccine is not null
), mixed as (
  select course from usable group by course having min(vaccine) filter (number = 1) <> min(vaccine) filter (number = 2)
)
select row_id, 'VACCINE.MIX' from usable semi join mixed using (course) anti join unusable using (row_id) where number = 2;
insert into finding
-- One number, day and place of a person in two records.
with same as (
  select hash(person_key, number, dose_date, facility) as likeness, row_id
  from suspect_dose
  where person_key is not null and number is not null and dose_date is not null
), repeated as (
  select likeness from same group by likeness having count(*) > 1
), usable as (
  from same semi join repeated using (likeness) anti join unusable using (row_id)
), first_of as (
  select likeness, min(row_id) as first_id from usable group by likeness
)
select row_id, 'DUPLICATE.DOSE' from usable join first_of using (likeness) where row_id > first_id;
-- Files whose doses heap on the 1st, the 15th or the last day of a month.
create table file_finding as
select row_id >> 32 as file, 'HEAPING.DAY' as code
from dose anti join unusable using (row_id)
where dose_date is not null
group by file
having count(*) >= 100 and 5 * count(*) filter (day(dose_date) in (1, 15) or dose_date = last_day(dose_date)) > count(*);
-- What nobody asks for any more goes, or a country would fill the disk.
drop table suspect_dose;
