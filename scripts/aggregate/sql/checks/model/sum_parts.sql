-- SUM.PARTS: the parts of an equation do not add up to its whole. One row the figure that states the whole.
select input_file, record, quantity as column_name,
  cast(equation.parts_sum as varchar) as original_value,
  cast(equation.whole as varchar) as expected_vi,
  cast(equation.whole as varchar) as expected_en
from equation
join figure_quantity as whole on whole.figure_id = equation.whole_figure_id and whole.quantity = equation.whole_quantity
where not equation.closes
