-- Everybody once. Which exact keys are one person, the smallest key standing for all: the platform names both with one key and
-- name or birth date agrees, an old number was changed to a new one, or the score says so.
create table person_link as
with recursive key_shared as (
  select record_hash, exact_key, min(coalesce(name_key, accentless(full_name))) as name_key, min(birth_day) as birth_day
  from keyed
  join row using (row_id)
  where record_hash in (
    select record_hash from keyed where key_sent group by record_hash having min(exact_key) <> max(exact_key)
  )
  group by record_hash, exact_key
), edge as materialized (
  select one.exact_key as first_key, other.exact_key as second_key
  from key_shared as one join key_shared as other using (record_hash)
  where one.exact_key < other.exact_key and (one.name_key = other.name_key or one.birth_day = other.birth_day)
  union
  select first_key, second_key from duplicate_pair where id_changed or score >= 28
), both_ways as (
  select first_key as exact_key, second_key as neighbour from edge union all select second_key, first_key from edge
), reach as (
  -- Chains of records of one person are short.
  select exact_key, exact_key as person_id from both_ways
  union
  select both_ways.neighbour, person_id from reach join both_ways using (exact_key)
)
select exact_key, min(person_id) as person_id from reach group by exact_key;
create table person as
with linked as (
  select person_id,
    unnest(arg_min(
      {row_id: row_id, record_key: record_key, birth_day: birth_day, birth_year: birth_year, sex: sex, basis: basis, own_unit: unit},
      (case when basis = 'id' and id_form = '12' then 0 when basis = 'id' then 1 when basis = 'passport' then 2 else 3 end, exact_key))),
    min(unit) filter (permanent) as permanent_unit,
    cast(sum(row_count) as bigint) as row_count,
    bit_or(classes) as classes
  from exact_person join person_link using (exact_key)
  group by person_id
)
select exact_key as person_id, row_id, record_key, birth_day, birth_year, sex, basis, unit, row_count, classes
from exact_person anti join person_link using (exact_key)
union all by name
select * exclude (own_unit, permanent_unit), coalesce(permanent_unit, own_unit) as unit from linked;
drop table exact_person;
create or replace table row as select row_id, person_key, unit, faults from row;
