-- How many rows of returns raise each issue, one row a unit, scope, kind of rows and code: a row counts in the unit whose return
-- it is, once however many of its cells raise the issue, and in every unit above; where its unit is not known, or is of another
-- edition, at the level of the report's root. A row that another took the place of counts no more. Rows about people are in
-- person_issue_count, and what figures that others published raise is counted by file alone: nobody's return is behind them.
with sent as (
  select 'progress_return' as kind, input_file, record, unit_code, edition from checked_progress_return
  union all
  select 'indicator_return', input_file, record, unit_code, edition from checked_indicator_return
  union all
  select 'population', input_file, record, unit_code, edition from checked_population
  union all
  -- A store's return names no edition: its unit is one of the report's.
  select 'stock_return', input_file, record, unit_code, null from checked_stock_return
), flagged as (
  select distinct input_file, record, code from issue
), own as (
  select coalesce(unit.unit_code, params.root_unit) as unit_code, sent.kind, code, count(*) as records
  from sent
  join flagged using (input_file, record)
  left join row_outcome using (input_file, record)
  cross join params
  left join unit
    on unit.unit_code = sent.unit_code and unit.edition = params.edition and coalesce(sent.edition, params.edition) = unit.edition
  where outcome is distinct from 'superseded'
  group by all
)
select counted_code as unit_code,
  scope,
  kind,
  code,
  sum(records)::bigint as records
from own join unit_scope using (unit_code)
group by all
