-- What is worth a look in a unit's numbers, one row a finding: of its returns, what the checks found in the rows that count; of
-- itself, what sql/unit_checks found. `found` against `expected`: the median of its siblings, the return before, the sum of
-- its children, the balance of its stock, its population, the people with the dose before, a tenth of its doses. `whole` is
-- what the number is a part of, where that is known.
with of_return as (
  select code, unit_code, sent.as_of as day, column_name as item,
    if(starts_with(column_name, 'doses_'), 'dose', 'person') as measure_unit,
    original_value, expected_en,
    case
      when column_name in ('doses_recorded', 'doses_not_entered') then doses_given
      when column_name not in ('subjects_total', 'doses_given') then subjects_total
    end as whole
  from issue
  join checked_progress_return as sent using (input_file, record)
  anti join row_outcome using (input_file, record)
  join params using (edition)
  where code in ('OUTLIER.VALUE', 'CUMULATIVE.FALLS', 'SUM.CHILDREN')
  union all
  -- Doses in stock are things: no measure that counts people.
  select code, unit_code, sent.as_of, vaccine || ' ' || lot, null, original_value, expected_en, null
  from issue
  join checked_stock_return as sent using (input_file, record)
  anti join row_outcome using (input_file, record)
  where code = 'STOCK.BALANCE'
), found as (
  select code, unit_code, day, item, measure_unit,
    cast(original_value as bigint) as found,
    -- An outlier's reads "median 120".
    cast(regexp_extract(expected_en, '-?[0-9]+$') as bigint) as expected,
    whole
  from of_return
  union all by name
  select * from unit_finding
)
select found.* from found semi join unit_path using (unit_code), params where day <= params.as_of
