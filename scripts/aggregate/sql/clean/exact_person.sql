-- People as the exact keys tell them apart, one row an exact key: the row that says most of it, how many rows it has, and
-- the province and parent of its commune.
with chosen as (
  select min(row_rank) as row_rank, count(*) as row_count from person_row group by exact_key
), edition_unit as (
  select unit_code, parent_code, level from unit, params where unit.edition = params.edition
), place as (
  select commune.unit_code,
    commune.parent_code,
    case
      when commune.level = 'province' then commune.unit_code
      when parent.level = 'province' then parent.unit_code
      else parent.parent_code
    end as province_code
  from edition_unit as commune left join edition_unit as parent on parent.unit_code = commune.parent_code
)
select person_row.* exclude (row_rank),
  row_count,
  split_part(name_key, ' ', -1) as given_key,
  parent_code,
  province_code
from person_row
join chosen using (row_rank)
left join place using (unit_code)
