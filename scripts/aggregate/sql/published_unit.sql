-- The report's root unit, its children, and every unit that has figures or is counted, with its ancestors. One row a unit.
with recursive figure_count as (
  select unit_code, edition, count(*) as figures
  from accepted_figure
  group by all
), wanted as (
  select unit.edition, unit.unit_code, unit.parent_code
  from unit, params
  where unit.edition = params.edition and (unit.unit_code = params.root_unit or unit.parent_code = params.root_unit)
  union
  select unit.edition, unit.unit_code, unit.parent_code
  from unit
  join figure_count using (edition, unit_code)
  union
  select unit.edition, unit.unit_code, unit.parent_code
  from unit
  join params using (edition)
  join counted_unit using (unit_code)
  union
  select parent.edition, parent.unit_code, parent.parent_code
  from wanted
  join unit as parent on parent.edition = wanted.edition and parent.unit_code = wanted.parent_code
)
select unit.unit_code, unit.edition, unit.level, unit.parent_code, unit.name_vi, unit.name_en, unit.slug,
  coalesce(figure_count.figures, 0) as figures
from wanted
join unit using (edition, unit_code)
left join figure_count using (edition, unit_code)
order by unit.level_position, unit.unit_code, unit.edition
