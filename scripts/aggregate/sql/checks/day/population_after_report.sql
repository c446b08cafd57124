-- DATE.AFTER_REPORT: the row is of a day after the report's. One row an offending row.
select input_file, record, 'population_date' as column_name,
  cast(population.population_date as varchar) as original_value,
  'đến ngày ' || strftime(params.as_of, '%d/%m/%Y') as expected_vi,
  'up to ' || cast(params.as_of as varchar) as expected_en
from checked_population as population, params
where population.population_date > params.as_of
