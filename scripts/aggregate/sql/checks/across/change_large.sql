-- CHANGE.LARGE: a total of 100 or more is over 33 % from the unit's return before. One row a column of a return. Counts of
-- progress are meant to grow and are left out.
with latest as (
  -- A return sent again takes the earlier one's place.
  select arg_max(checked, {input_file: input_file, record: record}) as one
  from checked_progress_return as checked
  anti join quarantined using (input_file, record)
  where unit_code is not null and edition is not null and as_of is not null
  group by unit_code, edition, as_of
), cell as (
  select one.input_file, one.record, one.unit_code, one.edition, one.as_of, unnest([
      {column_name: 'subjects_total', number: one.subjects_total},
      {column_name: 'doses_given', number: one.doses_given},
      {column_name: 'doses_recorded', number: one.doses_recorded}
    ], recursive := true)
  from latest
), followed as (
  select *, lag(number) over (partition by unit_code, edition, column_name order by as_of) as number_before
  from cell
  where number is not null
)
select input_file, record, column_name,
  case when number > number_before then '+' else '−' end
    || cast(round(100.0 * abs(number - number_before) / number_before) as integer) || '%' as original_value,
  'trong khoảng ±33% của ' || number_before as expected_vi,
  'within ±33% of ' || number_before as expected_en
from followed
where number_before >= 100 and 100 * abs(number - number_before) > 33 * number_before
