-- Usable doses of accepted rows with the exact key of their person, one row a dose as sent. `dose_id` orders them in all:
-- the row, then the place in it.
with accepted as (
  select dose.input_file,
    dose.record,
    dose_number,
    vaccine,
    dose_date,
    lot,
    dose_kind,
    entered_on,
    (file_number * 4294967296 + record) as row_id,
    -- The place of a person record's dose is its number.
    if(kind = 'person_record', dose_number, 0) as slot
  from dose
  join file_number using (input_file)
  anti join row_outcome using (input_file, record)
), usable as (
  select * from accepted anti join quarantined_dose using (input_file, record, slot)
)
select exact_key,
  row_id,
  dose_number,
  vaccine,
  dose_date,
  lot,
  usable.dose_kind,
  entered_on,
  row_id * 16 + slot as dose_id
from usable
join person_row using (row_id)
