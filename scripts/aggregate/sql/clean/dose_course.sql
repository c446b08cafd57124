-- The doses of a person at a glance, one row a person with doses, and whether they are `plain`: at most four, numbered from one
-- on, each number once and of a later day than the one before. Most are: their number is their place, and none of them is
-- another one written twice. For those `primary_doses` is how many the course of the first vaccine has, and `has_additional`
-- whether the dose after it is an additional one. A person's doses are gathered into few numbers, since each more costs as much
-- as reading them all: `days` holds the day of each of four doses in 14 bits of its own, and above them whether it was marked.
with rule as (
  select vaccine,
    coalesce(max(cast(doses as integer)) filter (dose_kind = 'primary'), 2) as primary_doses,
    -- Later than any day that is told, where there is no such rule.
    coalesce(min(cast(valid_from as date)) filter (dose_kind = 'additional') - date '2010-01-01', 16384) as additional_day,
    primary_doses * 32768 + additional_day as course
  from dose_rules
  group by vaccine
), told as (
  select person_id,
    count(*) as doses,
    bit_or(case
      when dose_number between 1 and 4 and dose_date - date '2010-01-01' between 1 and 16383
        then (cast(dose_date - date '2010-01-01' as bigint) << 14 * (dose_number - 1))
          | (cast(coalesce(dose_kind = 'additional', false) as bigint) << 55 + dose_number)
      else 0
    end) as days,
    max(case when dose_number = 1 then coalesce(course, 2 * 32768 + 16384) end) as course
  from dose_of_person left join rule using (vaccine)
  group by person_id
), dated as (
  select person_id,
    days & 16383 as first_day,
    (days >> 14) & 16383 as second_day,
    (days >> 28) & 16383 as third_day,
    (days >> 42) & 16383 as fourth_day,
    first_day > 0
      and case when doses > 1 then second_day > first_day else second_day = 0 end
      and case when doses > 2 then third_day > second_day else third_day = 0 end
      and case when doses > 3 then fourth_day > third_day else fourth_day = 0 end
      and doses <= 4 as plain,
    course // 32768 as primary_doses,
    case primary_doses when 1 then second_day when 2 then third_day when 3 then fourth_day else 0 end as next_day,
    next_day > 0 and (next_day >= course % 32768 or (days >> (56 + primary_doses)) & 1 = 1) as has_additional
  from told
)
select person_id,
  plain,
  case when plain then cast(primary_doses as utinyint) end as primary_doses,
  case when plain then has_additional end as has_additional
from dated
