-- Pairs of people who may be one, one row a pair: those that a block puts together, unless more than 40 people share it.
create table found_pair (first_key ubigint, second_key ubigint);
create macro pairs_of(members) as table
  with crowded as (
    select block from query_table(members) group by block having count(*) between 2 and 40
  ), shared as (
    from query_table(members) semi join crowded using (block)
  )
  select one.exact_key as first_key, other.exact_key as second_key
  from shared as one join shared as other using (block)
  where one.exact_key < other.exact_key;
-- Same birth date and given name in one district.
create or replace temp table member as
select exact_key, hash(district, birth_day, given_hash) as block from exact_person where birth_day is not null and given_hash is not null and district is not null;
insert into found_pair from pairs_of(member);
-- Same birth date in one commune.
create or replace temp table member as
select exact_key, hash(unit, birth_day) as block from exact_person where birth_day is not null;
insert into found_pair from pairs_of(member);
-- Same name and birth date in one province.
create or replace temp table member as
select exact_key, hash(province, name_hash, birth_day) as block from exact_person where name_hash is not null and birth_day is not null and province is not null;
insert into found_pair from pairs_of(member);
-- Same name, day and month of birth in one commune.
create or replace temp table member as
select exact_key, hash(unit, name_hash, month(birth_day), day(birth_day)) as block from exact_person where name_hash is not null and birth_day is not null;
insert into found_pair from pairs_of(member);
-- Same name and year of birth, day and month in either order, in one province.
create or replace temp table member as
select exact_key, hash(province, name_hash, birth_year, least(month(birth_day), day(birth_day)), greatest(month(birth_day), day(birth_day))) as block from exact_person where name_hash is not null and day(birth_day) <= 12 and province is not null;
insert into found_pair from pairs_of(member);
-- Same name and year of birth in one commune.
create or replace temp table member as
select exact_key, hash(unit, name_hash, birth_year) as block from exact_person where name_hash is not null and birth_year is not null;
insert into found_pair from pairs_of(member);
-- Same last six digits of the number and given name in one province.
create or replace temp table member as
select exact_key, hash(province, right(id_digits, 6), given_hash) as block from exact_person where length(id_digits) >= 9 and given_hash is not null and province is not null;
insert into found_pair from pairs_of(member);
-- Same phone and year of birth.
create or replace temp table member as
select exact_key, hash(phone, birth_year) as block from exact_person where length(phone) >= 9 and birth_year is not null;
insert into found_pair from pairs_of(member);
-- Same phone, day and month of birth.
create or replace temp table member as
select exact_key, hash(phone, month(birth_day), day(birth_day)) as block from exact_person where length(phone) >= 9 and birth_day is not null;
insert into found_pair from pairs_of(member);
-- Same phone and given name.
create or replace temp table member as
select exact_key, hash(phone, given_hash) as block from exact_person where length(phone) >= 9 and given_hash is not null;
insert into found_pair from pairs_of(member);
create table candidate_pair as select distinct * from found_pair;
drop table found_pair;
drop table member;
