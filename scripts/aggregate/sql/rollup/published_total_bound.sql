-- What is known of totals that cannot be told, one row a table, unit, row and column: see rolled_count. Totals of which nothing at
-- all is known are left out.
select table_name,
  unit_code,
  replace(keys, chr(31), ' · ') as item,
  column_name,
  low,
  high,
  case when high is null then status end as high_status,
  told,
  hidden,
  not_reported
from rolled_count
where status in ('c', 'x') and told + hidden > 0
order by table_name, unit_code, item, column_name
