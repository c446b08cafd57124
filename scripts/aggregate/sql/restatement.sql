-- What later snapshots of a number say otherwise, one row a restated value: it is not what the snapshot before it said. Reads
-- any table `snapshot` with unit_code, item, day, value and received, the order in which snapshots came in, such as
-- snapshot.sql; its other columns are passed on. A number that a snapshot leaves out is not restated by it.
with followed as (
  select *, lag(value) over (partition by unit_code, item, day order by received) as value_before
  from snapshot
)
select *, value - value_before as change, value < value_before as downward
from followed
where value <> value_before
