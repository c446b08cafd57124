-- How many numbers are given out before the first block: none. One row a register: place of registration, birth year and sex.
select cast(0 as bigint) as register, cast(0 as bigint) as used
where false
