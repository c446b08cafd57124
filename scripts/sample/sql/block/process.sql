-- The true course of the five steps, one row a subject of cleaning: the days of the first round, the day the record was
-- found right (`right_on`), and for subjects stuck on the way how far they get (`stuck_at`: 0 not listed … 6 found wrong again).
with subject as (
  select person, role
  from record_plan join (select person, class as main_class from flaw) using (person)
  where class <> 'none' and (role = 0 or main_class = 'none')
), paced as (
  select person, role, commune.commune_no,
    0.7 * chance('pace', person) + 0.3 * pace as s,
    cleaned_share / (1 - never_done) as cleaned_by_reference_day,
    case when chance('never', person) < never_done then pick('stuck at', person, 7) end as stuck_at,
    chance('again', person) < rematch_wrong as is_again
  from subject join person using (person) join commune using (commune_no), params
), ranked as (
  -- The sum of two even draws is made even again, so that exactly the share asked for is cleaned on the reference day.
  select *,
    case
      when s < 0.3 then s * s / 0.42
      when s < 0.7 then (s - 0.15) / 0.7
      else 1 - (1 - s) * (1 - s) / 0.42
    end / cleaned_by_reference_day as q
  from paced
), dated as (
  select *,
    case
      when stuck_at is not null then date '2022-04-05' + pick('stuck on', person, 45)
      when q < 0.035 then date '2022-03-21' + cast(floor(q / 0.035 * 11) as integer)
      when q < 0.353 then date '2022-04-01' + cast(floor((q - 0.035) / 0.318 * 12) as integer)
      when q < 0.707 then date '2022-04-13' + cast(floor((q - 0.353) / 0.354 * 7) as integer)
      when q < 1 then date '2022-04-20' + cast(floor((q - 0.707) / 0.293 * 7) as integer)
      else date '2022-04-27' + cast(floor((q - 1) / (1 / cleaned_by_reference_day - 1) * 50) as integer)
    end as done_on
  from ranked
), rounds as (
  select *,
    done_on - case when is_again and stuck_at is null then 7 + pick('again after', person, 5) else 0 end as rematched_on
  from dated
), backwards as (
  select *,
    rematched_on - pick('wait 6', person, 3) as updated_on,
    rematched_on - cast(pick('wait 6', person, 3) + 1 + pick('wait 5', person, 4) as integer) as handed_back_on
  from rounds
), earlier as (
  select *,
    handed_back_on - pick('wait 4', person, 4) as matched_on,
    handed_back_on - cast(pick('wait 4', person, 4) + 1 + pick('wait 3', person, 5) as integer) as reviewed_on
  from backwards
)
select person,
  role,
  commune_no,
  stuck_at,
  reviewed_on - cast(1 + pick('wait 2', person, 5) as integer) as listed_on,
  reviewed_on,
  matched_on,
  handed_back_on,
  updated_on,
  rematched_on,
  is_again and stuck_at is null as is_again,
  case when is_again and stuck_at is null then done_on - 1 end as updated_again_on,
  case when stuck_at is null then done_on end as right_on
from earlier
