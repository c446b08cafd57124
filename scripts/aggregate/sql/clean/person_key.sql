-- The keys by which events and worklists may name a person, one row a key, by its hash: numbers are joined in two thirds of the
-- time of texts. A key that names two people names neither.
select hash(record_key) as record_hash, min(coalesce(person_link.person_id, exact_key)) as person_id
from person_row
left join person_link using (exact_key)
group by record_hash
having min(coalesce(person_link.person_id, exact_key)) = max(coalesce(person_link.person_id, exact_key))
