-- CUMULATIVE.FALLS: a number that only grows is lower than in the unit's return before. One row a column of a return.
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
      {column_name: 'subjects_cleaned', number: one.subjects_cleaned},
      {column_name: 'listed', number: one.listed},
      {column_name: 'reviewed', number: one.reviewed},
      {column_name: 'matched', number: one.matched},
      {column_name: 'handed_back', number: one.handed_back},
      {column_name: 'updated', number: one.updated},
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
  cast(number as varchar) as original_value,
  cast(number_before as varchar) as expected_vi,
  cast(number_before as varchar) as expected_en
from followed
where number < number_before
