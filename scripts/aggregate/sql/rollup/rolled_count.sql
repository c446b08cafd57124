-- Every count of a unit whose parts sent published folders, one row a unit, table, row and column: the root is the sum of all
-- parts, a unit of the report the sum of itself, or of the units of an earlier edition that it succeeded. There is a number
-- only where every part tells one; a row that a folder leaves out is a zero, since folders leave out what nobody is counted
-- in, but a population or a return that is left out is not reported. Else the status says why not: z does not apply, x a part
-- has not reported, c a part is hidden. Nothing is guessed;
-- `low` and `high` are what is known of it: the told parts, and with each hidden one the smallest number of its own folder
-- that holds it (`most`); no `high` where there is none, or a part has not reported.
-- Neither gives a hidden cell back: all that is read here is what its sender published, and what is told parts taken off a
-- bound is 0 to `most` of each hidden part, which every reader of that folder has. What the sender's protection leaves wide
-- stays as wide: whatever values its folder allows, it allows here too, since every sum here is a sum of sums that hold there.
with named as (
  select distinct unit_code, table_name, keys, column_name from part_unit join part_count using (part)
), whole as (
  select distinct table_name, keys, column_name from named
), open as (
  -- Where a part has not reported, no row of it is known to be absent.
  select distinct unit_code, table_name
  from part_unit
  cross join (select distinct table_name from whole) as whole
  anti join part_table on part_table.part = part_unit.part and part_table.table_name = whole.table_name
), wanted as (
  from named
  union
  select unit_code, whole.* from open join whole using (table_name)
), placed as (
  select wanted.*,
    case
      when not coalesce(sent.there, false) then 'x'
      when part_count.part is null and (wanted.column_name = 'population' or wanted.table_name = 'indicator_progress') then 'x'
      else part_count.status
    end as status,
    case when sent.there then coalesce(part_count.value, 0) end as value,
    part_count.most
  from wanted
  join part_unit using (unit_code)
  left join (select part, table_name, true as there from part_table) as sent
    on sent.part = part_unit.part and sent.table_name = wanted.table_name
  left join part_count
    on part_count.part = part_unit.part and part_count.table_name = wanted.table_name
      and part_count.keys = wanted.keys and part_count.column_name = wanted.column_name
), judged as (
  select *, status is null or status in ('p', 'r') as is_told from placed
), summed as (
  select unit_code, table_name, keys, column_name,
    case
      when bool_or(status = 'z') then 'z'
      when bool_or(status = 'x') then 'x'
      when bool_or(status = 'c') then 'c'
      when bool_or(status = 'p') then 'p'
      when bool_or(status = 'r') then 'r'
    end as status,
    coalesce(sum(value) filter (is_told), 0)::bigint as low,
    coalesce(sum(most) filter (status = 'c'), 0)::bigint as most,
    count(*) filter (is_told) as told,
    count(*) filter (status = 'c') as hidden,
    count(*) filter (status = 'x') as not_reported,
    count(*) filter (status = 'c' and most is null) as unbounded
  from judged
  group by all
)
select unit_code, table_name, keys, column_name, status,
  case when status is null or status in ('p', 'r') then low end as value,
  low,
  case when not_reported = 0 and unbounded = 0 then low + most end as high,
  told, hidden, not_reported
from summed
