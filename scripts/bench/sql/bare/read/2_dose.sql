-- Doses in long form, one row a dose as sent, with what single doses break as bits of `faults`. `course` is the same for the
-- doses of one person record, or of the dose records of one person.
create table dose as
with long as (
  select row_id, is_person, person_key, full_name, born_from, number_1 as number_sent, vaccine_1 as vaccine, day_1 as dose_date, lot_1 as lot,
    facility_1 as facility, kind_1 as kind_sent, entered_on, if(is_person, 1, 0) as slot, blank & 1 > 0 as no_day, blank & 8 > 0 as too_long,
    blank & 64 > 0 as bad_entry
  from row where given_1 or not is_person
  union all
  select row_id, true, person_key, full_name, born_from, null, vaccine_2, day_2, lot_2, facility_2, null, null, 2, blank & 2 > 0, blank & 16 > 0, false
  from row where given_2
  union all
  select row_id, true, person_key, full_name, born_from, null, vaccine_3, day_3, lot_3, facility_3, null, null, 3, blank & 4 > 0, blank & 32 > 0, false
  from row where given_3
), typed as (
  select *,
    if(is_person, slot, case when regexp_full_match(number_sent, '-?[0-9]{1,15}') then cast(number_sent as bigint) end) as number,
    case kind_sent
      when 'cơ bản' then 'primary'::dose_kind
      when 'bổ sung' then 'additional'
      when 'nhắc lại' then 'booster_1'
      when 'nhắc lại lần 1' then 'booster_1'
      when 'nhắc lại lần 2' then 'booster_2'
      when 'primary' then 'primary'
      when 'additional' then 'additional'
      when 'booster_1' then 'booster_1'
      when 'booster_2' then 'booster_2'
    end as dose_kind
  from long
)
select row_id * 16 + slot as dose_id,
  row_id,
  is_person,
  person_key,
  if(is_person, cast(row_id as ubigint), person_key) as course,
  cast(if(number between 0 and 99, number, null) as tinyint) as number,
  vaccine,
  dose_date,
  lot,
  facility,
  dose_kind,
  entered_on,
  born_from,
  case when too_long or strlen(lot) > 50 then 1 << 16 else 0 end
    | case when kind_sent is not null and dose_kind is null then 1 << 17 else 0 end
    | case when not is_person and number_sent is null then 1 << 18 else 0 end
    | case when vaccine is null then 1 << 19 else 0 end
    | case when no_day then 1 << 20 else 0 end
    | case when (dose_date is null and not no_day) or bad_entry then 1 << 21 else 0 end
    | case when dose_date < born_from then 1 << 22 else 0 end
    | case when dose_date > date '{as_of}' then 1 << 23 else 0 end
    | case when dose_date < date '2021-03-08' then 1 << 24 else 0 end
    | case when number_sent is not null and number is null then 1 << 25 else 0 end
    | case when number not between 1 and 9 then 1 << 26 else 0 end
    | case when entered_on - dose_date > 1 then 1::bigint << 35 else 0 end
    -- Most lots are letters and digits, which a shorter look tells.
    | case when not regexp_full_match(lot, '[A-Z]{2,6}[0-9]{2,8}')
        then case
          when not regexp_full_match(lot, '[A-Za-z0-9][A-Za-z0-9 ./-]{1,18}[A-Za-z0-9]') or not regexp_matches(lot, '[0-9]')
            then 1::bigint << 37
          else 0
        end
      else 0 end as faults
from typed;
-- Too young by the rule in force on the day of the dose: hardly anybody is near the oldest age that a rule asks for.
create table young as
with near as (
  select dose_id, vaccine, dose_kind, dose_date, born_from
  from dose
  where dose_date - born_from < 366 * (select max(min_age) from age_rule)
    and dose_date >= born_from
    and born_from + to_years((select max(min_age) from age_rule)) > dose_date
)
select distinct dose_id
from (
  select dose_id
  from near
  join age_rule
    on (age_rule.vaccine = near.vaccine or age_rule.dose_kind = near.dose_kind)
    and near.dose_date between age_rule.valid_from and age_rule.valid_to
  group by dose_id, age_rule.dose_kind
  having any_value(born_from) + to_years(cast(min(age_rule.min_age) as integer)) > any_value(dose_date)
);
