-- How many numbers are given out before the first block: none. One row a place of registration, sex and birth year.
select cast(0 as bigint) as id_position, '' as sex, 0 as birth_year, cast(0 as bigint) as used
where false
