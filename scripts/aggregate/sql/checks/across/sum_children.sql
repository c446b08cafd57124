-- SUM.CHILDREN: what a unit reports is not the sum of its children, where all of them report, or is less than the sum of
-- those that do. One row a column of the parent's return. Additive columns only.
-- A parent's return covers its own level too, so that a parent above its children needs a row `at_this_level`, which no
-- return has yet: the whole difference is reported.
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
      {column_name: 'doses_recorded', number: one.doses_recorded},
      {column_name: 'doses_not_entered', number: one.doses_not_entered}
    ], recursive := true)
  from latest
), family as (
  select edition, parent_code, count(*) as children from unit where parent_code is not null group by all
), reported as (
  select edition, as_of, parent_code, column_name, count(*) as reporting, sum(number) as children_sum
  from cell join unit using (edition, unit_code)
  where number is not null and parent_code is not null
  group by all
)
select parent.input_file, parent.record, parent.column_name,
  cast(parent.number as varchar) as original_value,
  cast(children_sum as varchar) as expected_vi,
  cast(children_sum as varchar) as expected_en
from cell as parent
join reported
  on reported.edition = parent.edition and reported.parent_code = parent.unit_code
  and reported.as_of = parent.as_of and reported.column_name = parent.column_name
join family on family.edition = parent.edition and family.parent_code = parent.unit_code
where parent.number < children_sum
  or (parent.number > children_sum and reporting = children)
