-- Where the subjects of cleaning stand, one row a unit, as the sum of what its parts published (rolled_count). A share is that of
-- the sums, where both are told and there are at least `min_denominator` subjects. Of each unit with everything below it.
with counted as (
  from (
    pivot (select unit_code, column_name, value, status from rolled_count where table_name = 'cleaning_progress')
    on column_name in ('persons', 'subjects', 'to_list', 'listed', 'reviewed', 'matched', 'handed_back', 'updated',
      'mismatched', 'cleaned', 'remaining', 'class_a', 'class_b', 'class_c')
    using any_value(value) as value, any_value(status) as status
    group by unit_code
  )
), shared as (
  select counted.*,
    case
      when subjects_status is not null or cleaned_status is not null then coalesce(subjects_status, cleaned_status)
      when subjects_value = 0 then 'z'
      when subjects_value < min_denominator then 'c'
    end as pct_status
  from counted, params
)
select unit_code,
  'all' as scope,
  params.as_of,
  persons_value as persons,
  persons_status,
  subjects_value as subjects,
  subjects_status,
  to_list_value as to_list,
  to_list_status,
  listed_value as listed,
  listed_status,
  reviewed_value as reviewed,
  reviewed_status,
  matched_value as matched,
  matched_status,
  handed_back_value as handed_back,
  handed_back_status,
  updated_value as updated,
  updated_status,
  mismatched_value as mismatched,
  mismatched_status,
  cleaned_value as cleaned,
  cleaned_status,
  remaining_value as remaining,
  remaining_status,
  class_a_value as class_a,
  class_a_status,
  class_b_value as class_b,
  class_b_status,
  class_c_value as class_c,
  class_c_status,
  case when pct_status is null then round(cast(100 * cleaned_value as decimal(18, 0)) / subjects_value, 1) end as cleaned_pct,
  pct_status as cleaned_pct_status
from shared, params
order by unit_code
