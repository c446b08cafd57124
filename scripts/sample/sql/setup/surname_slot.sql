-- Surnames on 10,000 slots, one row a slot. Shares as published: Lê Trung Hoa, Họ và tên người Việt Nam, 2005 (Nguyễn about
-- 38 %, Trần 11, Lê 9.5, Phạm 7.1, Hoàng/Huỳnh 5.1, Phan 4.5, Vũ/Võ 3.9, …); how pairs and the rest divide is ours.
with listed as (
  select cast(weight as integer) as weight, unnest(string_split(names, ';')) as surname from surnames
), ranked as (
  select surname, weight,
    sum(weight) over (order by weight desc, surname rows unbounded preceding) as upto,
    sum(weight) over () as total
  from listed
)
select surname, unnest(slots(upto, weight, total, 10000)) as slot
from ranked
order by slot
