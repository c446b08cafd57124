-- Sums between published figures that must close. One row an equation, unit and day for which every term is published.
-- An equation closes where the interval of the parts' sum meets that of the whole. Source: reference/equations.csv.
with term as (
  select equation_term.*, unit_code, edition, as_of, figure_id, number, low, high
  from equation_term
  join figure_quantity using (indicator, quantity)
), first_source as (
  -- Where two sources give one figure, the one whose address is shortest, the first by name, stands for it.
  select equation, side, position, indicator, quantity, unit_code, edition, as_of,
    arg_min(struct_pack(figure_id, number, low, high), (length(figure_id), figure_id)) as figure
  from term
  group by all
), complete as (
  select equation, unit_code, edition, as_of,
    list(figure order by position) filter (side = 'part') as parts,
    max(figure) filter (side = 'whole') as whole,
    max(quantity) filter (side = 'whole') as whole_quantity,
    count(*) as terms
  from first_source
  group by all
)
select complete.equation, unit_code, edition, as_of, title_vi, title_en,
  list_aggregate(list_transform(parts, lambda part: cast(part.number as varchar)), 'string_agg', ' + ') as parts,
  cast(list_sum(list_transform(parts, lambda part: part.number)) as bigint) as parts_sum,
  whole.number as whole,
  whole.figure_id as whole_figure_id,
  whole_quantity,
  list_sum(list_transform(parts, lambda part: part.low)) <= whole.high
    and list_sum(list_transform(parts, lambda part: part.high)) >= whole.low as closes
from complete
join (select equation, any_value(title_vi) as title_vi, any_value(title_en) as title_en, count(*) as terms from equation_term group by all)
  using (equation, terms)
