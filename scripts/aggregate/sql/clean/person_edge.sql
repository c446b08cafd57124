-- Which two people of the exact keys are one person, one row a pair and the first reason that holds: decided by a person;
-- the platform names both with one key and name or birth date agrees; an old number changed to a new one; or a score from
-- `merge_score` on. What a person decided otherwise is never merged.
with key_shared as (
  select record_key, exact_key, min(name_key) as name_key, min(birth_day) as birth_day
  from person_row
  where record_key in (
    select record_key from person_row where key_sent group by record_key having min(exact_key) <> max(exact_key)
  )
  group by record_key, exact_key
), same_record as (
  select one.exact_key as first_key, other.exact_key as second_key
  from key_shared as one
  join key_shared as other using (record_key)
  where one.exact_key < other.exact_key
    and (one.name_key = other.name_key or one.birth_day = other.birth_day)
), reason as (
  select first_key, second_key, 2 as position, 'same_record' as basis from same_record
  union all
  select first_key, second_key, case when id_changed then 3 else 4 end, case when id_changed then 'id_changed' else 'score' end
  from duplicate_pair, params
  where id_changed or score >= params.merge_score
  union all
  select first_key, second_key, 1, 'decided' from duplicate_pair
  join decision on proposal_key = 'same_person:' || left(md5(least(first_record, second_record) || '|' || greatest(first_record, second_record)), 16)
  where decision = 'apply'
), refused as (
  select first_key, second_key from duplicate_pair
  join decision on proposal_key = 'same_person:' || left(md5(least(first_record, second_record) || '|' || greatest(first_record, second_record)), 16)
  where decision in ('discard', 'keep_both')
)
select first_key, second_key, arg_min(basis, position) as basis
from reason
anti join refused using (first_key, second_key)
group by first_key, second_key
