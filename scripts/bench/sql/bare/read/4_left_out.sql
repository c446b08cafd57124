-- What is not accepted, one row a row or event: a line sent twice counts once, what cannot be used waits, and of a file of ten
-- rows or more of which fewer than 70 % can be used nothing is taken.
create table unusable as
with broken as (
  select row_id from row where faults & getvariable('unusable') <> 0
  union
  select row_id from dose where not is_person and faults & getvariable('unusable') <> 0
), held as (
  select row_id >> 32 as file
  from row left join (select row_id, true as bad from broken) using (row_id)
  where row_id >> 32 in (select row_id >> 32 from broken)
  group by file
  having count(*) >= 10 and count(bad) > 0.3 * count(*)
)
from broken
union
select row_id from row where row_id >> 32 in (from held);
create table left_out as
with again as (
  select line_hash, min(row_id) as first_id from row group by line_hash having count(*) > 1
), repeated as (
  select row_id from row join again using (line_hash) where row_id > first_id
)
select row_id, 'exact_duplicate' as outcome from repeated
union all
select row_id, 'quarantined' from unusable anti join repeated using (row_id);
create table event_left_out as
with again as (
  select line_hash, min(event_id) as first_id from event group by line_hash having count(*) > 1
), repeated as (
  select event_id from event join again using (line_hash) where event_id > first_id
), broken as (
  select event_id from event where faults & getvariable('unusable') <> 0
), held as (
  select event_id >> 32 as file
  from event left join (select event_id, true as bad from broken) using (event_id)
  where event_id >> 32 in (select event_id >> 32 from broken)
  group by file
  having count(*) >= 10 and count(bad) > 0.3 * count(*)
), unusable as (
  from broken
  union
  select event_id from event where event_id >> 32 in (from held)
)
select event_id, 'exact_duplicate' as outcome from repeated
union all
select event_id, 'quarantined' from unusable anti join repeated using (event_id);
