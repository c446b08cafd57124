-- Identity numbers that bear several names as they are written, one row a `person_key`: most have one, and only of these are
-- names worth telling from each other. The names of dose records alone are known from their courses.
select course_key as person_key from suspect_course where several_names
union
select person_key
from bare_identity
where id_form in ('12', '9') and full_name is not null
group by person_key
having bool_or(kind = 'person_record') and min(hash(full_name)) <> max(hash(full_name))
