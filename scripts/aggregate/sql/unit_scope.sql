-- Where what is counted in `unit_code` is counted, one row a unit, counting unit and scope: `all` is a unit with everything
-- below it, `at_this_level` what is known of no lower unit, so that a parent is the sum of its children and its own row.
-- Units of the lowest level have nothing below them, and no second row.
with lowest as (
  select max(level_position) as level_position from unit, params where unit.edition = params.edition
)
select unit_code, ancestor_code as counted_code, 'all' as scope from unit_path
union all
select unit_code, unit_code, 'at_this_level'
from (select distinct unit_code from unit_path)
join unit using (unit_code)
join params on params.edition = unit.edition
where level_position < (select level_position from lowest)
