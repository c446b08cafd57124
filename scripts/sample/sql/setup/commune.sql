-- The communes asked for, one row a commune: its range of people, the file and the block that they are written in, and the
-- habits of its clerk. Sizes inside a province are ours: wards and towns are larger than rural communes.
with weighted as (
  select commune_unit.*,
    people,
    missing_or_bad_id,
    wrong,
    unchecked,
    cleaned_share,
    case kind when 'phuong' then 14 when 'thi-tran' then 13 else 10 end * (400 + hash(commune_code) % 1200)::bigint as weight
  from commune_unit join profile using (province_code)
), ranked as (
  select *,
    sum(weight) over in_province as upto,
    sum(weight) over (partition by province_code) as total
  from weighted
  window in_province as (partition by province_code order by district_code, commune_code rows unbounded preceding)
), before as (
  select province_code, cast(sum(people) over (order by province_code) - people as bigint) as people_before from profile
), ranged as (
  select ranked.*,
    cast(people_before + (upto - weight) * people // total as bigint) as first_person,
    cast(people_before + upto * people // total as bigint) as last_person,
    row_number() over (order by province_code, district_code, commune_code) as commune_no,
    case when params.files_by = 'district' then coalesce(district_code, province_code) else province_code end as unit_code
  from ranked join before using (province_code), params
), parted as (
  select *, (first_person - min(first_person) over (partition by unit_code)) // params.people_per_block as part
  from ranged, params
), filed as (
  select *,
    unit_code || case when max(part) over (partition by unit_code) > 0 then '_' || (part + 1) else '' end as file_unit,
    min(first_person) over (partition by unit_code, part) // people_per_block as block_key
  from parted
)
select commune_no,
  commune_code,
  commune,
  district_code,
  district,
  province_code,
  province,
  id_position,
  missing_or_bad_id,
  wrong,
  unchecked,
  cleaned_share,
  people as province_people,
  first_person - people_before as first_of_province,
  first_person,
  last_person,
  file_unit,
  dense_rank() over (order by file_unit) as file_no,
  dense_rank() over (order by block_key) as block,
  min(commune_no) over (partition by province_code) as first_commune_no,
  count(*) over (partition by province_code) as province_communes,
  (rank() over (partition by province_code order by draw('pace', commune_no), commune_no) - 0.5)
    / count(*) over (partition by province_code) as pace,
  chance('nfd', commune_no) < nfd_commune as writes_nfd,
  chance('words', commune_no) < sex_in_words_commune as writes_sex_in_words,
  chance('names only', commune_no) < names_only_commune as writes_names_only
from filed join before using (province_code)
order by commune_no
