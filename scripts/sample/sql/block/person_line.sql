-- Lines of person files, one row a line: main records, second records in the supplementary list (_bo_sung), identical lines of
-- a re-imported list at the end, and in later arrivals the records corrected since.
with grouped as (
  select person, role,
    max(vaccine_written) filter (dose_number = 1) as dose_1_vaccine,
    strftime(max(dose_date) filter (dose_number = 1), '%d/%m/%Y') as dose_1_dose_date,
    max(lot) filter (dose_number = 1) as dose_1_lot,
    max(facility) filter (dose_number = 1) as dose_1_facility,
    max(vaccine_written) filter (dose_number = 2) as dose_2_vaccine,
    strftime(max(dose_date) filter (dose_number = 2), '%d/%m/%Y') as dose_2_dose_date,
    max(lot) filter (dose_number = 2) as dose_2_lot,
    max(facility) filter (dose_number = 2) as dose_2_facility,
    max(vaccine_written) filter (dose_number = 3) as dose_3_vaccine,
    strftime(max(dose_date) filter (dose_number = 3), '%d/%m/%Y') as dose_3_dose_date,
    max(lot) filter (dose_number = 3) as dose_3_lot,
    max(facility) filter (dose_number = 3) as dose_3_facility
  from group_dose
  group by person, role
), line as (
  select written.*, false as is_replayed from written where not is_alone
  union all
  select written.*, true as is_replayed
  from written, params
  where not is_alone and role = 0 and chance('replayed', person) < replayed
), placed as (
  select line.*,
    arrival.folder || 'person_' || file_unit || case role when 1 then '_bo_sung' else '' end as file_stem
  from line join arrival using (arrival_no)
)
select file_stem || params.extension as input_file,
  row_number() over (partition by file_stem order by is_replayed, placed.commune_no, draw('line', person * 4 + role), person, role) as record,
  placed.person,
  role,
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
  printf('%d', case when birth_year > 2003 then 15 else 9 + pick('priority', person, 8) end) as priority_group,
  case
    when birth_year > 2003 then 'Học sinh'
    else ['Nông dân', 'Công nhân', 'Buôn bán', 'Nội trợ', 'Giáo viên', 'Hưu trí', 'Lái xe', null][1 + pick('work', person, 8)]
  end as workplace,
  case when pick('insured', person, 10) < 4 then '99' || printf('%08d', (person * 7919 + 104729) % 100000000) end as insurance_number,
  province,
  province_code,
  district,
  district_code,
  commune,
  commune_code,
  residence_kind,
  ['Tổ', 'Ấp', 'Thôn', 'Khu phố'][1 + pick('hamlet', placed.commune_no, 4)] || ' ' || (1 + pick('hamlet number', household // 40, 12)) as address,
  dose_1_vaccine,
  dose_1_dose_date,
  dose_1_lot,
  dose_1_facility,
  dose_2_vaccine,
  dose_2_dose_date,
  dose_2_lot,
  dose_2_facility,
  dose_3_vaccine,
  dose_3_dose_date,
  dose_3_lot,
  dose_3_facility,
  cast(null as varchar) as note
from placed
join (select person, household, birth_year from person) using (person)
left join grouped using (person, role), params
order by input_file, record
