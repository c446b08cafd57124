-- Where each subject stood on the day of each arrival, one row a subject and arrival. People without a row need no cleaning.
select true_state.person as true_person,
  record_key,
  as_of,
  state,
  entered_on
from true_state
join process using (person)
join (select person, role, record_key from written) using (person, role)
