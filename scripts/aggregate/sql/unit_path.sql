-- Every unit of the report with itself and each unit above it, up to the report's root: what is counted in `unit_code` is
-- counted in `ancestor_code` too. One row a unit and ancestor. A level that the edition does not have is absent.
with recursive edition_unit as (
  select unit_code, parent_code, level, level_position from unit, params where unit.edition = params.edition
), below as (
  select unit_code from edition_unit, params where unit_code = params.root_unit
  union all
  select edition_unit.unit_code from edition_unit join below on edition_unit.parent_code = below.unit_code
), path as (
  select unit_code, unit_code as ancestor_code from below
  union all
  select path.unit_code, edition_unit.parent_code
  from path
  join edition_unit on edition_unit.unit_code = path.ancestor_code
  join below on below.unit_code = edition_unit.parent_code
)
select path.unit_code, ancestor_code, edition_unit.level as ancestor_level
from path join edition_unit on edition_unit.unit_code = ancestor_code
