-- What stands between a unit and all its subjects cleaned, one row a unit with subjects, scope and reason: how many wait for
-- which step, and of which class of CV 2262. The reasons add up to `subjects` less `cleaned` of cleaning_progress, which each
-- run checks. Denominator: those subjects.
with reason_of as (
  from (values
    (1, 'to_list', 'not_listed'),
    (2, 'listed', 'not_reviewed'),
    (3, 'reviewed', 'not_compared'),
    (4, 'matched', 'not_handed_back'),
    (5, 'handed_back', 'not_updated'),
    (6, 'updated', 'not_compared_again'),
    (7, 'mismatched', 'mismatched_again')
  ) as reason_of (position, state, reason)
), counted as (
  select unit_code,
    state,
    count(*) as waiting,
    count(*) filter (ministry_class = 'a') as class_a,
    count(*) filter (ministry_class = 'b') as class_b,
    count(*) filter (ministry_class = 'c') as class_c
  from subject
  group by unit_code, state
), own as (
  -- A reason that holds nobody up is a zero, not a gap.
  select unit.unit_code, position, reason, waiting, class_a, class_b, class_c
  from (select distinct unit_code from counted) as unit
  cross join reason_of
  left join counted on counted.unit_code = unit.unit_code and counted.state = reason_of.state
)
select counted_code as unit_code,
  scope,
  reason,
  position,
  coalesce(sum(waiting), 0)::bigint as waiting,
  coalesce(sum(class_a), 0)::bigint as class_a,
  coalesce(sum(class_b), 0)::bigint as class_b,
  coalesce(sum(class_c), 0)::bigint as class_c
from own join unit_scope using (unit_code)
group by all
