-- How far a unit is with each indicator of Project 06, one row a unit and indicator, by its latest return. Denominator: the
-- total that it states. The pace is the change since the nearest earlier return of the same number, a day; the finish is what
-- remains at that pace: none where nothing remains, where the pace is 0 or less, or more than a century ahead. The due date is
-- the one stated last. The verdict is of the report's day and judges parts of a total; a status that is stated is complete.
with usable as (
  -- By itself: DuckDB 1.5 can fail to bind an anti join on two columns that a semi join follows.
  select sent.* from checked_indicator_return as sent anti join row_outcome using (input_file, record)
), returned as (
  select unit_code, indicator, sent.as_of as return_as_of, measure_unit, qualifier, done, total, value, due_date
  from usable as sent
  join params using (edition)
  semi join unit_path using (unit_code)
  where sent.as_of <= params.as_of
), followed as (
  select * replace (last_value(due_date ignore nulls) over earlier as due_date),
    lag(done ignore nulls) over earlier as done_before,
    lag(if(done is not null, return_as_of, null) ignore nulls) over earlier as done_before_as_of,
    lag(value ignore nulls) over earlier as value_before,
    lag(if(value is not null, return_as_of, null) ignore nulls) over earlier as value_before_as_of
  from returned
  window earlier as (partition by unit_code, indicator order by return_as_of)
), latest as (
  select * exclude (done_before, done_before_as_of, value_before, value_before_as_of),
    if(done is not null, done_before_as_of, value_before_as_of) as before_as_of,
    if(done is not null, done - done_before, value - value_before) as change,
    return_as_of - before_as_of as days_between
  from followed
  qualify row_number() over (partition by unit_code, indicator order by return_as_of desc) = 1
), projected as (
  select *,
    case when done < total and change > 0 then ((total - done) * days_between + change - 1) // change end as days_to_finish
  from latest
), finished as (
  select * exclude (days_to_finish),
    round(cast(100 * done as decimal(18, 0)) / nullif(total, 0), 1) as done_pct,
    round(cast(change as decimal(18, 0)) / days_between, 1) as pace,
    case when days_to_finish <= 36525 then return_as_of + days_to_finish::integer end as finish_on
  from projected
)
select finished.*,
  case
    when qualifier = 'status' or done >= total then 'complete'
    when total is null or done is null then 'not_judged'
    when due_date < params.as_of then 'overdue'
    when due_date is null or change is null then 'not_judged'
    when finish_on <= due_date then 'on_track'
    else 'behind'
  end as verdict
from finished, params
