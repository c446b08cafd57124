-- Rules on several rows about people: numbers with three names or more, people listed twice. `finding` has one row a row and rule.
create table finding (row_id bigint, code varchar);
-- Keys of several rows.
create table shared_key as
select person_key,
  min(hash(full_name)) <> max(hash(full_name)) as several_names,
  bool_or(is_person) and min(course) <> max(course) as several_courses,
  count(*) filter (is_person) as people
from (select person_key, full_name, is_person, if(is_person, cast(row_id as ubigint), person_key) as course from row)
where person_key is not null
group by person_key
having count(*) > 1;
insert into finding
with bearer as (
  select row_id, person_key, coalesce(name_key, accentless(full_name)) as name_key
  from row
  semi join (from shared_key where several_names) using (person_key)
  anti join unusable using (row_id)
  where id_usable and full_name is not null
), shared as (
  select person_key from bearer group by person_key having count(distinct name_key) >= 3
)
select row_id, 'ID.SHARED' from bearer semi join shared using (person_key);
insert into finding
with listed as (
  select row_id, case when id_usable then person_key end as id_hash,
    case when birth_day is not null and name_key is not null then hash(name_key, birth_day) end as name_hash
  from row
  where is_person
), unnumbered as (
  select * from listed semi join (select name_hash from listed where id_hash is null) using (name_hash)
), repeated_name as (
  -- Two numbers are two people, whatever their names.
  select name_hash from unnumbered group by name_hash having count(*) > 1 and min(id_hash) is not distinct from max(id_hash)
), alike as (
  select row_id, id_hash as likeness
  from listed semi join (select person_key as id_hash from shared_key where people > 1) using (id_hash)
  union all
  select row_id, name_hash from unnumbered semi join repeated_name using (name_hash)
), usable as (
  from alike anti join unusable using (row_id)
), first_of as (
  select likeness, min(row_id) as first_id from usable group by likeness
)
select distinct row_id, 'DUPLICATE.PERSON' from usable join first_of using (likeness) where row_id > first_id;
