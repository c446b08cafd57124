-- What verification corrected, one row a record and column: the latest filled worklist entry of each record that writes
-- something. The original stays in the row as it came; a correction whose list is taken out of raw/ is undone.
with entry as (
  select *,
    -- A cell that broke its column's rule is kept as it was written, and corrects nothing; nor does a day that never was.
    case
      when regexp_full_match(corrected_birth_date, '[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}') then try_cast(rpad(corrected_birth_date, 10, '-01-01') as date)
      when regexp_full_match(corrected_birth_date, '[0-9]{1,2}[/.-][0-9]{4}') then cast(try_strptime('1/' || translate(corrected_birth_date, '.-', '//'), '%d/%m/%Y') as date)
      when regexp_full_match(corrected_birth_date, '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}') then cast(try_strptime(translate(corrected_birth_date, '.-', '//'), '%d/%m/%Y') as date)
    end as born_from,
    case when born_from <= params.as_of then corrected_birth_date end as right_birth_date,
    case when corrected_sex in ('male', 'female') then corrected_sex end as right_sex,
    case when regexp_full_match(corrected_id_number, '[0-9]{9}|[0-9]{12}') then corrected_id_number end as right_id_number
  from accepted_worklist_entry, params
  where coalesce(reviewed_on, list_date) <= params.as_of
), written as (
  select record_key, coalesce(reviewed_on, list_date) as corrected_on, coalesce(reviewed_by, '') as corrected_by,
    coalesce(correction_reason, '') as reason, input_file, record,
    unnest([
      {column_name: 'full_name', original_value: recorded_name, corrected_value: nullif(trim(corrected_name), '')},
      {column_name: 'birth_date', original_value: recorded_birth_date, corrected_value: right_birth_date},
      {column_name: 'sex', original_value: recorded_sex, corrected_value: right_sex},
      {column_name: 'id_number', original_value: recorded_id_number, corrected_value: right_id_number},
      {column_name: 'unit_code', original_value: unit_code, corrected_value: corrected_unit_code}
    ], recursive := true)
  from entry
)
select record_key, column_name,
  unnest(arg_max({
    original_value: original_value,
    corrected_value: corrected_value,
    corrected_on: corrected_on,
    corrected_by: corrected_by,
    reason: reason,
    input_file: input_file,
    record: record
  }, {corrected_on: corrected_on, input_file: input_file, record: record}))
from written
where corrected_value is not null
group by record_key, column_name
