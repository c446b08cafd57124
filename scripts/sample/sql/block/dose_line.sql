-- Lines of dose files, one row a line, in the order of the files: doses that no person record holds, and doses entered twice.
with apart as (
  select dose.*
  from dose
  anti join (select person, dose_number from group_dose) using (person, dose_number)
  where arrival_no is not null
), line as (
  select apart.*, '' as dose_dirt, 0 as copy from apart
  union all
  select apart.* replace (arrival.arrival_no as arrival_no, least(entered_on + 1, params.as_of) as entered_on),
    'dose_twice' as dose_dirt, 1 as copy
  from apart, params join arrival on is_last
  where chance('twice', person * 8 + dose_number) < dose_twice
  union all
  select apart.* replace (dose_date - 1 as dose_date),
    'dose_off_by_one' as dose_dirt, 2 as copy
  from apart, params
  where chance('off by one', person * 8 + dose_number) < dose_off_by_one and dose_date > date '2021-03-10'
), drawn as (
  select line.*,
    (person * 8 + dose_number) * 4 + copy as line_key,
    chance('impossible', (person * 8 + dose_number) * 4 + copy) < dose_impossible as is_impossible,
    chance('keyless dose', (person * 8 + dose_number) * 4 + copy) < keyless_dose as is_keyless
  from line, params
)
select line.arrival_no * 1000000 + file_no * 10 as file_key,
  line.person,
  copy,
  concat_ws(' ', nullif(dirt, ''), nullif(dose_dirt, ''), case when is_impossible then 'dose_impossible' end,
    case when is_keyless and record_key is not null then 'key_missing' end) as dirt,
  case when not is_keyless then record_key end as record_key,
  full_name,
  birth_date,
  sex,
  id_number,
  passport_number,
  phone,
  province,
  province_code,
  district,
  district_code,
  commune,
  commune_code,
  residence_kind,
  cast(dose_number as varchar) as dose_number,
  vaccine_written as vaccine,
  case when is_impossible then '31/02/' || year(dose_date) else given_day.text end as dose_date,
  lot,
  facility,
  case kind when 'additional' then 'bổ sung' when 'booster_1' then 'nhắc lại' when 'primary' then 'cơ bản' end as dose_kind,
  entered_day.text as entered_on,
  cast(null as varchar) as note
from drawn as line
join (select * exclude (arrival_no) from written where role = 0) as written using (person)
join day_text as given_day on given_day.day = line.dose_date
join day_text as entered_day on entered_day.day = line.entered_on
order by file_key, line.entered_on, line_key
