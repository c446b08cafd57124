-- Where the subjects of cleaning stand, one row a unit and scope. Hidden (status c): counts of 1 to `suppress_below` − 1, and
-- counts that leave so few of the subjects that these would show; what remains with what is
-- cleaned, since either is few or leaves few where the other does; no percentage of fewer than `min_denominator` subjects.
with judged as (
  select cleaning_progress.*,
    too_small(persons, null, suppress_below) as hide_persons,
    too_small(subjects, persons, suppress_below) as hide_subjects,
    too_small(to_list, subjects, suppress_below) as hide_to_list,
    too_small(listed, subjects, suppress_below) as hide_listed,
    too_small(reviewed, subjects, suppress_below) as hide_reviewed,
    too_small(matched, subjects, suppress_below) as hide_matched,
    too_small(handed_back, subjects, suppress_below) as hide_handed_back,
    too_small(updated, subjects, suppress_below) as hide_updated,
    too_small(mismatched, subjects, suppress_below) as hide_mismatched,
    too_small(cleaned, subjects, suppress_below) as hide_cleaned,
    too_small(class_a, subjects, suppress_below) as hide_class_a,
    too_small(class_b, subjects, suppress_below) as hide_class_b,
    too_small(class_c, subjects, suppress_below) as hide_class_c,
    subjects < params.min_denominator as too_few
  from cleaning_progress, params
)
select unit_code,
  scope,
  as_of,
  case when not hide_persons then persons end as persons,
  case when hide_persons then 'c' end as persons_status,
  case when not hide_subjects then subjects end as subjects,
  case when hide_subjects then 'c' end as subjects_status,
  case when not hide_to_list then to_list end as to_list,
  case when hide_to_list then 'c' end as to_list_status,
  case when not hide_listed then listed end as listed,
  case when hide_listed then 'c' end as listed_status,
  case when not hide_reviewed then reviewed end as reviewed,
  case when hide_reviewed then 'c' end as reviewed_status,
  case when not hide_matched then matched end as matched,
  case when hide_matched then 'c' end as matched_status,
  case when not hide_handed_back then handed_back end as handed_back,
  case when hide_handed_back then 'c' end as handed_back_status,
  case when not hide_updated then updated end as updated,
  case when hide_updated then 'c' end as updated_status,
  case when not hide_mismatched then mismatched end as mismatched,
  case when hide_mismatched then 'c' end as mismatched_status,
  case when not hide_cleaned then cleaned end as cleaned,
  case when hide_cleaned then 'c' end as cleaned_status,
  case when not hide_cleaned then remaining end as remaining,
  case when hide_cleaned then 'c' end as remaining_status,
  case when not hide_class_a then class_a end as class_a,
  case when hide_class_a then 'c' end as class_a_status,
  case when not hide_class_b then class_b end as class_b,
  case when hide_class_b then 'c' end as class_b_status,
  case when not hide_class_c then class_c end as class_c,
  case when hide_class_c then 'c' end as class_c_status,
  case
    when subjects = 0 or too_few or hide_subjects or hide_cleaned then null
    else round(cast(100 * cleaned as decimal(18, 0)) / subjects, 1)
  end as cleaned_pct,
  case when subjects = 0 then 'z' when too_few or hide_subjects or hide_cleaned then 'c' end as cleaned_pct_status
from judged
order by unit_code, scope
