-- DATE.BEFORE_BIRTH: the dose is of a day before the first that the birth date allows. One row a dose.
select input_file, record, column_prefix || 'dose_date' as column_name,
  cast(dose_date as varchar) as original_value,
  'từ ngày sinh ' || right(strftime(born_from, '%d/%m/%Y'), birth_length) || ' trở đi' as expected_vi,
  left(cast(born_from as varchar), birth_length) || ' or later' as expected_en
from (
  select *, case birth_precision when 'day' then 10 when 'month' then 7 else 4 end as birth_length from dose
)
where dose_date < born_from
