-- Numbers on past days that the release before stated otherwise, one row a number: the same table, unit, day and row. Numbers
-- that either release hides or lacks are not among them. Reason: what a row that came in since and speaks of the unit and day
-- says, for a count to date of any day up to it; else that the rules are others; else that a later row corrects an earlier one,
-- such as whose a dose is. No more than the first 100,000; `datapackage.json` says how many there are.
with spoken_of as (
  select table_name, unit_code, day, min(reason) as reason from arrived_row group by all
), first_spoken_of as (
  select table_name, unit_code, min(day) as first_day from arrived_row group by all
), reasoned as (
  select revised_number.*, release_before.*,
    case
      when table_name = 'restatement' then 'correction'
      when spoken_of.reason is not null then spoken_of.reason
      when column_name = 'cleaned_to_date' and first_day <= day then 'late_input'
      when rules_before is distinct from rules_after then 'rule_change'
      else 'correction'
    end as reason
  from revised_number
  left join spoken_of using (table_name, unit_code, day)
  left join first_spoken_of using (table_name, unit_code),
  release_before
)
select table_name,
  unit_code,
  day,
  item,
  column_name,
  cast(before as decimal(18, 2)) as before,
  cast(after as decimal(18, 2)) as after,
  earlier_as_of,
  reason,
  case when reason = 'rule_change' then left(rules_before, 12) end as rules_before,
  case when reason = 'rule_change' then left(rules_after, 12) end as rules_after
from reasoned
order by table_name, unit_code, day, item, column_name
limit 100000
