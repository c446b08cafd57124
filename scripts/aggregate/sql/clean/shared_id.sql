-- Identity numbers that cannot tell one person: those at three or more different names, accents aside. One row a number.
with several as (
  -- Most numbers have one name: only the others are worth counting.
  select id_digits
  from identity
  where id_form in ('12', '9') and name_key is not null
  group by id_digits
  having min(name_key) <> max(name_key)
)
select id_digits, count(distinct name_key) as names
from (select id_digits, name_key from identity where id_form in ('12', '9'))
semi join several using (id_digits)
group by id_digits
having names >= 3
