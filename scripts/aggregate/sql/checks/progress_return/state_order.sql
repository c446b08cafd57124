-- STATE.ORDER: a step counts more subjects than the nearest earlier step reported. One row a step of a return.
with step as (
  select input_file, record, unnest([
      {position: 0, column_name: 'subjects_total', subjects: subjects_total, vi: 'phải làm sạch', en: 'to clean'},
      {position: 1, column_name: 'listed', subjects: listed, vi: 'đã lập danh sách', en: 'listed'},
      {position: 2, column_name: 'reviewed', subjects: reviewed, vi: 'đã rà soát', en: 'reviewed'},
      {position: 3, column_name: 'matched', subjects: matched, vi: 'đã đối chiếu', en: 'matched'},
      {position: 4, column_name: 'handed_back', subjects: handed_back, vi: 'đã bàn giao', en: 'handed back'},
      {position: 5, column_name: 'updated', subjects: updated, vi: 'đã cập nhật', en: 'updated'},
      {position: 6, column_name: 'subjects_cleaned', subjects: subjects_cleaned, vi: 'đã làm sạch', en: 'cleaned'}
    ], recursive := true)
  from checked_progress_return
), ordered as (
  select *,
    lag(subjects) over earlier as subjects_before,
    lag(position) over earlier as position_before,
    lag(vi) over earlier as vi_before,
    lag(en) over earlier as en_before
  from step
  where subjects is not null
  window earlier as (partition by input_file, record order by position)
)
select input_file, record, column_name,
  subjects_before || ' → ' || subjects as original_value,
  'số ' || vi || ' không quá ' || subjects_before || ' (số ' || vi_before || ')' as expected_vi,
  en || ' at most ' || subjects_before || ' (' || en_before || ')' as expected_en
from ordered
where subjects > subjects_before
  -- Cleaned against the total is PART.WHOLE.
  and not (position = 6 and position_before = 0)
