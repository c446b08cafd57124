-- OUTLIER.VALUE: a modified z-score above 3.5 among six or more sibling units of the same day, where the number or the
-- siblings' median is 100 or more. One row a column of a return.
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
      {column_name: 'doses_given', number: one.doses_given},
      {column_name: 'doses_recorded', number: one.doses_recorded},
      {column_name: 'doses_not_entered', number: one.doses_not_entered}
    ], recursive := true)
  from latest
), sibling as (
  select cell.*, parent_code
  from cell join unit using (edition, unit_code)
  where number is not null and parent_code is not null
), middle as (
  select edition, as_of, parent_code, column_name, median(number) as median, count(*) as siblings
  from sibling
  group by all
  having siblings >= 6
), spread as (
  select edition, as_of, parent_code, column_name, median,
    median(abs(number - median)) as median_deviation,
    avg(abs(number - median)) as mean_deviation
  from sibling join middle using (edition, as_of, parent_code, column_name)
  group by all
)
select input_file, record, column_name,
  cast(number as varchar) as original_value,
  'trung vị ' || cast(round(median) as bigint) as expected_vi,
  'median ' || cast(round(median) as bigint) as expected_en
from sibling join spread using (edition, as_of, parent_code, column_name)
where greatest(number, median) >= 100
  -- With more than half of the siblings alike there is no median deviation; then the mean deviation serves.
  and case
    when median_deviation > 0 then 0.6745 * abs(number - median) > 3.5 * median_deviation
    else 0.7979 * abs(number - median) > 3.5 * mean_deviation
  end
