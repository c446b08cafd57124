-- The first three digits that an identity number of 12 may have: a province of 2022, a country, or, in a synthetic report, 9
-- and a province, which belong to nobody. One row a code.
with province as (select unit_code from unit where edition = '2022' and level = 'province')
select '0' || unit_code as code from province
union all
select cast(unnest(range(cast(code_from as integer), cast(code_to as integer) + 1)) as varchar) from country_codes
union all
select '9' || unit_code from province, params where params.synthetic
