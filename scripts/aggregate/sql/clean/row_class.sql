-- Why a row needs cleaning: the first of the Ministry's classes a, b, c that its issues belong to, and the columns concerned.
-- One row a person or dose record with such an issue. Only the three classes of CV 2262 count here, none of our own checks.
select input_file,
  record,
  min(issue_code.ministry_class) as ministry_class,
  string_agg(distinct column_name, ',' order by column_name) as wrong_fields
from issue
join issue_code using (code)
join input_table using (input_file)
where issue_code.effect = 'to_clean' and issue_code.ministry_class is not null and record > 0
  and input_table.kind in ('person_record', 'dose_record')
group by input_file, record
