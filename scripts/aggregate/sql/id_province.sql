-- The first three digits that an identity number of 12 may have: a province of 2022, a country, or, in a synthetic report, 9
-- and a province, which belong to nobody. One row a code.
select '0' || unit_code as code from unit where edition = '2022' and level = 'province'
union
select cast(unnest(range(cast(code_from as integer), cast(code_to as integer) + 1)) as varchar) from country_codes
union
select '9' || unit_code from unit, params where unit.edition = '2022' and level = 'province' and params.synthetic
