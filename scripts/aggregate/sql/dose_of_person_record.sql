-- Doses of person records, one row a filled dose group, with what the checks need of its person. `column_prefix` makes
-- the column a dose was written in, such as 'dose_2_' for the second group.
select dose.input_file,
  dose.record,
  dose.line,
  'person_record' as kind,
  'dose_' || dose.slot || '_' as column_prefix,
  cast(dose.slot as integer) as dose_number,
  dose.vaccine,
  dose.dose_date,
  dose.lot,
  dose.facility,
  dose.dose_kind,
  cast(null as date) as entered_on,
  cast(null as varchar) as full_name,
  person.person_key,
  person.birth_day,
  person.birth_precision,
  person.born_from,
  person.born_to
from checked_person_dose as dose
join (select * from bare_identity where kind = 'person_record') as person using (input_file, record)
