-- BIRTH.AGE: older than 120 on the day of the report (class c). One row a person or dose record.
with limits as (
  select cast(as_of - interval 121 year as date) as too_early from params
)
select input_file, record, 'birth_date' as column_name,
  birth_date as original_value,
  'sau ngày ' || strftime(too_early, '%d/%m/%Y') as expected_vi,
  'after ' || cast(too_early as varchar) as expected_en
from bare_identity, limits
where born_from <= too_early and born_to <= too_early
