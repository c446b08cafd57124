-- The keys by which events and worklists may name a person, one row a key. A key that names two people names neither.
select record_key, min(coalesce(person_link.person_id, exact_key)) as person_id
from person_row
left join person_link using (exact_key)
group by record_key
having min(coalesce(person_link.person_id, exact_key)) = max(coalesce(person_link.person_id, exact_key))
