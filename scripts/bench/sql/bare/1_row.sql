-- read: rows about people, parsed, with the rules on single rows as bits; one row a person or dose row.
create table row as
with sent as (
  select 1 as rank, "Mã hồ sơ" as record_key, trim("Họ và tên") as full_name, "Ngày sinh" as birth, "Giới tính" as sex_sent,
    regexp_replace("Số CMT/CCCD", '[ .-]', '', 'g') as id, "Số hộ chiếu" as passport, "Số điện thoại" as phone, "Mã xã" as commune,
    "Loại cư trú" as residence
  from read_parquet('{raw}/person_*.parquet', union_by_name = true)
  union all
  select 2, "Mã hồ sơ", trim("Họ và tên"), "Ngày sinh", "Giới tính", regexp_replace("Số CMT/CCCD", '[ .-]', '', 'g'), "Số hộ chiếu",
    "Số điện thoại", "Mã xã", "Loại cư trú"
  from read_parquet('{raw}/dose_*.parquet', union_by_name = true)
), typed as (
  select *,
    lower(strip_accents(full_name)) as name_key,
    cast(try_strptime(birth, '%d/%m/%Y') as date) as birth_day,
    try_cast(regexp_extract(birth, '[0-9]{4}') as integer) as birth_year,
    case when lower(sex_sent) in ('0', 'nam') then 'male' when lower(sex_sent) in ('1', 'nữ') then 'female' end as sex
  from sent
)
select *,
  case when id is null then 1 else 0 end
    | case when not regexp_full_match(id, '[0-9]{12}|[0-9]{9}') then 2 else 0 end
    | case when id = repeat(id[1], length(id)) then 4 else 0 end
    | case when length(id) = 12 and cast(id[4] as integer) % 2 <> if(sex = 'female', 1, 0) then 8 else 0 end
    | case when length(id) = 12 and cast(id[5:6] as integer) <> birth_year % 100 then 16 else 0 end
    | case when birth_day is null then 32 else 0 end
    | case when birth_year not between 1900 and 2022 then 64 else 0 end
    | case when not regexp_full_match(full_name, '[\p{L}\p{M} .''’-]+') then 128 else 0 end
    | case when commune is null then 256 else 0 end as faults
from typed;
