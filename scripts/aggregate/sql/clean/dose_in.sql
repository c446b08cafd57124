-- Usable doses of accepted rows with the exact key of their person, one row a dose as sent. `dose_id` orders them in all:
-- the row, then the place in it.
with sent as (
  select dose.input_file,
    dose.record,
    dose_number,
    vaccine,
    dose_date,
    lot,
    dose_kind,
    entered_on,
    file_number * 4294967296 + record as row_id,
    -- The place of a person record's dose is its number.
    if(kind = 'person_record', dose_number, 0) as slot
  from dose
  join file_number using (input_file)
), usable as (
  select * from sent anti join quarantined_dose using (input_file, record, slot)
), accepted_row as (
  -- Every row that was accepted. DuckDB takes it that a fifth meets any such condition, as it does of what is left of `sent`: but
  -- for it, it would gather all doses to look up the rows among them.
  select row_id, exact_key from person_row where row_id > 0
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
join accepted_row using (row_id)
