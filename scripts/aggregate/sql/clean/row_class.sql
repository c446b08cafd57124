-- Why a row needs cleaning: the first of the Ministry's classes a, b, c that its issues belong to, and the columns concerned
-- as bits (1 birth_date, 2 full_name, 4 id_number, 8 sex). One row a person or dose record with such an issue. Only the
-- three classes of CV 2262 count here, none of our own checks.
select file_number * 4294967296 + record as row_id,
  min(issue_code.ministry_class) as ministry_class,
  bit_or(case column_name when 'birth_date' then 1 when 'full_name' then 2 when 'id_number' then 4 when 'sex' then 8 else 0 end) as wrong_bits
from issue
join issue_code using (code)
join (select distinct input_file from input_table where kind in ('person_record', 'dose_record')) using (input_file)
join file_number using (input_file)
where issue_code.effect = 'to_clean' and issue_code.ministry_class is not null and record > 0
group by row_id
