-- How twelve neighbours fall into households, one row a pattern and seat: the digit is the place in the household, 0 its head.
with pattern as (
  select unnest(['012301230123', '012012301234', '010120120123', '001012301234', '012345012301', '012012012012',
      '012301201201', '012340123012']) as positions,
    unnest(range(8)) as pattern
)
select pattern, seat, cast(substr(positions, seat + 1, 1) as bigint) as position
from pattern, range(12) as seats(seat)
order by pattern, seat
