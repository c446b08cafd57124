-- Who may be put on a worklist, one row a subject of cleaning in a state that `listed_state` names: what is recorded of the
-- person, corrections of earlier lists applied, and why it needs cleaning.
select subject.unit_code,
  subject.record_key,
  full_name,
  birth_date,
  sex,
  coalesce(id_written, id_digits) as id_number,
  subject.ministry_class,
  subject.wrong_fields,
  subject.state
from subject
join person using (person_id)
semi join listed_state using (state)
order by subject.unit_code, subject.record_key
