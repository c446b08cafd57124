-- How many people and rows about people raise each issue, one row a unit, scope and code. A row is one of a person_record or
-- dose_record file, whatever number of its cells raise the issue; a row that another took the place of counts no more. An
-- accepted row counts where its person does; any other where it says that they live, or at the level of the report's root
-- where that cannot be placed. People are those of `person`; among rows not accepted, those of one person_key, and a row that
-- tells of nobody stands for itself.
with of_people as (
  select input_file, file_number
  from input_table join file_number using (input_file)
  where kind in ('person_record', 'dose_record')
), flagged as (
  select distinct file_number * 4294967296 + record as row_id, code
  from issue join of_people using (input_file)
), accepted as (
  select person.unit_code, code, person.person_id as who
  from flagged
  join person_row using (row_id)
  left join person_link using (exact_key)
  join person on person.person_id = coalesce(person_link.person_id, exact_key)
), left_out as (
  select coalesce(identity.unit_code, params.root_unit) as unit_code, code, coalesce(person_key, hash(row_id)) as who
  from row_outcome
  join of_people using (input_file)
  join flagged on row_id = file_number * 4294967296 + row_outcome.record
  join identity on identity.input_file = row_outcome.input_file and identity.record = row_outcome.record,
  params
  where outcome <> 'superseded'
), person_issue as (
  select unit_code, code, who, count(*) as records
  from (from accepted union all from left_out)
  group by unit_code, code, who
), own as (
  select unit_code, code, count(*) as persons, sum(records) as records from person_issue group by unit_code, code
)
select counted_code as unit_code,
  scope,
  code,
  sum(persons)::bigint as persons,
  sum(records)::bigint as records
from own join unit_scope using (unit_code)
group by all
