-- Doses given against doses entered, one row a unit. Not reported (status x): what no return states. Hidden (status c): counts
-- of 1 to `suppress_below` − 1, those that leave so few of the whole, days and shares of fewer than `min_denominator` doses, and
-- the days of half or nine tenths where hardly `suppress_below` doses are the other half or tenth; they do not apply
-- (status z) where no record has both days.
with judged as (
  select entry_backlog.*,
    too_small(doses_given, null, suppress_below) as hide_given,
    too_small(doses_recorded, doses_given, suppress_below) as hide_recorded,
    too_small(doses_not_entered, doses_given, suppress_below) as hide_not_entered,
    too_small(doses_in_records, null, suppress_below) as hide_in_records,
    too_small(doses_dated, doses_in_records, suppress_below) as hide_dated,
    case
      when doses_dated = 0 then 'z'
      when hide_dated or doses_dated < params.min_denominator then 'c'
    end as days_status,
    coalesce(days_status, if(doses_dated <= 2 * suppress_below, 'c', null)) as median_status,
    coalesce(days_status, if(doses_dated < 10 * suppress_below, 'c', null)) as ninetieth_status,
    coalesce(days_status, case when too_small(over_1_day, doses_dated, suppress_below) then 'c' end) as over_1_day_status,
    coalesce(days_status, case when too_small(over_7_days, doses_dated, suppress_below) then 'c' end) as over_7_days_status,
    coalesce(days_status, case when too_small(over_14_days, doses_dated, suppress_below) then 'c' end) as over_14_days_status
  from entry_backlog, params
)
select unit_code,
  as_of,
  return_as_of,
  case when not hide_given then doses_given end as doses_given,
  case when doses_given is null then 'x' when hide_given then 'c' end as doses_given_status,
  case when not hide_recorded then doses_recorded end as doses_recorded,
  case when doses_recorded is null then 'x' when hide_recorded then 'c' end as doses_recorded_status,
  case when not hide_not_entered then doses_not_entered end as doses_not_entered,
  case when doses_not_entered is null then 'x' when hide_not_entered then 'c' end as doses_not_entered_status,
  case when not hide_in_records then doses_in_records end as doses_in_records,
  case when hide_in_records then 'c' end as doses_in_records_status,
  case when not hide_dated then doses_dated end as doses_dated,
  case when hide_dated then 'c' end as doses_dated_status,
  case when median_status is null then median_days end as median_days,
  median_status as median_days_status,
  case when ninetieth_status is null then ninetieth_days end as ninetieth_days,
  ninetieth_status as ninetieth_days_status,
  case when over_1_day_status is null then round(cast(100 * over_1_day as decimal(18, 0)) / doses_dated, 1) end as over_1_day_pct,
  over_1_day_status as over_1_day_pct_status,
  case when over_7_days_status is null then round(cast(100 * over_7_days as decimal(18, 0)) / doses_dated, 1) end as over_7_days_pct,
  over_7_days_status as over_7_days_pct_status,
  case when over_14_days_status is null then round(cast(100 * over_14_days as decimal(18, 0)) / doses_dated, 1) end as over_14_days_pct,
  over_14_days_status as over_14_days_pct_status
from judged
order by unit_code
