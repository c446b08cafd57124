-- Usable doses with the person they were given to, one row a dose as sent.
select coalesce(person_link.person_id, exact_key) as person_id, dose_in.*
from dose_in left join person_link using (exact_key)
