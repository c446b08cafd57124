-- DATE.AFTER_REPORT: the figure is of a day after the report's. One row an offending figure.
select input_file, record, 'as_of' as column_name,
  cast(figure.as_of as varchar) as original_value,
  'đến ngày ' || strftime(params.as_of, '%d/%m/%Y') as expected_vi,
  'up to ' || cast(params.as_of as varchar) as expected_en
from checked_figure as figure, params
where figure.as_of > params.as_of
