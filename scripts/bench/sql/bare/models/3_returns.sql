-- Which returns came and in time, what they state against what is computed, what is out of the way, and how far indicators are.
create table return_completeness as
with below as (
  select distinct scope.unit, unit.parent, level from scope join unit on unit.unit = scope.unit, params where code <> root
), returned as (
  select unit, as_of, min(received_at) as received_on
  from progress_sent join below using (unit)
  where edition = '2022' and as_of <= date '{as_of}'
  group by all
), level_size as (
  select level, count(*) as units from below group by level
), period as (
  select level, as_of, as_of + getvariable('deadline_days') as due_on
  from returned join below using (unit) join level_size using (level)
  group by level, as_of, units
  having 10 * count(*) >= units
)
select below.parent as unit, as_of, count(*) as due, count(returned.unit) as received,
  count(*) filter (received_on <= due_on) as on_time,
  count(*) filter (received_on > due_on) as late
from period join below using (level) left join returned using (unit, as_of)
group by all;
create table reconciliation as
with stated as (
  unpivot (
    select unit as counted, as_of, subjects_total, subjects_cleaned, doses_given, doses_recorded from progress_latest where edition = '2022'
  )
  on subjects_total, subjects_cleaned, doses_given, doses_recorded into name item value stated
), computed as (
  select counted, 'subjects_total' as item, subjects as computed from cleaning_progress where scope = 'all'
  union all
  select counted, 'subjects_cleaned', coalesce(cleaned, 0) from cleaning_progress where scope = 'all'
  union all
  select counted, 'doses_recorded', doses_in_records from entry_backlog
), claimed as (
  select unit as counted, as_of, 'reported_pct' as item, 100 * subjects_cleaned / nullif(subjects_total, 0) as computed, try_cast(reported_pct as double) as stated
  from progress_latest
)
select counted, as_of, item, stated, computed, stated = computed as agrees
from stated left join (select computed.*, date '{as_of}' as as_of from computed) as computed using (counted, item, as_of)
union all
select counted, as_of, item, stated, computed, abs(stated - computed) <= 0.5 from claimed where stated is not null;
create table signals as
select unit, 'progress_return' as source, return_finding.code, count(*) as found
from return_finding join progress_sent using (record) where kind = 'progress_return' group by all
union all
select unit, 'stock_return', return_finding.code, count(*) from return_finding join stock_sent using (record) where kind = 'stock_return' group by all
union all
select counted, 'coverage', 'COVERAGE.OVER_100', count(*) from coverage where pct > 100 group by all
union all
select counted, 'coverage', 'DROPOUT.NEGATIVE', count(*)
from (
  select counted, scope, age_group, sex,
    sum(persons) filter (dose_kind = 'primary_complete') as complete, sum(persons) filter (dose_kind = 'booster_1') as boosted
  from coverage
  group by all
)
where boosted > complete
group by all
union all
select counted, 'dose_given', 'HEAPING.DAY', sum(doses)
from (
  select unit, day(dose_date) in (1, 15) or dose_date = last_day(dose_date) as heaped, count(*) as doses from dose_given group by all
)
join scope using (unit)
where scope = 'all'
group by counted
having sum(doses) >= 100 and 5 * sum(doses) filter (heaped) > sum(doses);
create table indicator_progress as
with paced as (
  select *, lag(done) over days as done_before, lag(as_of) over days as as_of_before
  from indicator_told
  window days as (partition by code, indicator order by as_of)
)
select code, indicator, as_of, done, total, value, 100 * done / nullif(total, 0) as pct,
  (done - done_before) / nullif(as_of - as_of_before, 0) as pace
from paced;
