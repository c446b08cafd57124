-- Where a commune lies: one row a unit of the report's edition, with its parent and its province.
with edition_unit as (
  select unit_code, parent_code, level from unit, params where unit.edition = params.edition
)
select commune.unit_code,
  commune.parent_code,
  case
    when commune.level = 'province' then commune.unit_code
    when parent.level = 'province' then parent.unit_code
    else parent.parent_code
  end as province_code
from edition_unit as commune left join edition_unit as parent on parent.unit_code = commune.parent_code
