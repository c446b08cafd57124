-- Lines of person files, one row a line, in the order of the files: main records, second records in the supplementary list,
-- identical lines of a re-imported list at the end, and in later arrivals the records corrected since. Lists go by commune and
-- household; the doses of a record stand side by side.
with line as (
  select *, false as is_replayed from written where not is_alone
  union all
  select written.*, true as is_replayed
  from written, params
  where not is_alone and role = 0 and chance('replayed', person) < replayed
)
select arrival_no * 1000000 + file_no * 10 + case line.role when 1 then 1 else 0 end as file_key,
  line.person,
  line.role,
  record_kind,
  is_replayed,
  dirt,
  record_key,
  full_name,
  birth_date,
  sex,
  id_number,
  passport_number,
  phone,
  cast(case when birth_year > 2003 then 15 else 9 + pick('priority', line.person, 8) end as varchar) as priority_group,
  case
    when birth_year > 2003 then 'Học sinh'
    else ['Nông dân', 'Công nhân', 'Buôn bán', 'Nội trợ', 'Giáo viên', 'Hưu trí', 'Lái xe', null][1 + pick('work', line.person, 8)]
  end as workplace,
  case when pick('insured', line.person, 10) < 4 then '99' || digits((line.person * 7919 + 104729) % 100000000, 8) end as insurance_number,
  province,
  province_code,
  district,
  district_code,
  commune,
  commune_code,
  residence_kind,
  ['Tổ', 'Ấp', 'Thôn', 'Khu phố'][1 + pick('hamlet', line.commune_no, 4)] || ' ' || (1 + pick('hamlet number', household // 40, 12)) as address,
  dose_1.vaccine_written as dose_1_vaccine,
  dose_1.dose_day as dose_1_dose_date,
  dose_1.lot as dose_1_lot,
  dose_1.facility as dose_1_facility,
  dose_2.vaccine_written as dose_2_vaccine,
  dose_2.dose_day as dose_2_dose_date,
  dose_2.lot as dose_2_lot,
  dose_2.facility as dose_2_facility,
  dose_3.vaccine_written as dose_3_vaccine,
  dose_3.dose_day as dose_3_dose_date,
  dose_3.lot as dose_3_lot,
  dose_3.facility as dose_3_facility,
  cast(null as varchar) as note
from line
join (select person, household, birth_year from person) as seated on seated.person = line.person
left join group_dose as dose_1 on dose_1.group_key = line.plan_key * 4 + 1
left join group_dose as dose_2 on dose_2.group_key = line.plan_key * 4 + 2
left join group_dose as dose_3 on dose_3.group_key = line.plan_key * 4 + 3
order by file_key, is_replayed, line.plan_key
