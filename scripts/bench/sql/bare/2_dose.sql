-- read: doses in long form, parsed, with the rules on single doses as bits; one row a dose as sent.
create table dose as
with sent as (
  select "Mã hồ sơ" as record_key, unnest([
    {number: 1, vaccine: "Mũi 1 Tên vắc xin", day: "Mũi 1 Ngày tiêm", lot: "Mũi 1 Lô vắc xin"},
    {number: 2, vaccine: "Mũi 2 Tên vắc xin", day: "Mũi 2 Ngày tiêm", lot: "Mũi 2 Lô vắc xin"},
    {number: 3, vaccine: "Mũi 3 Tên vắc xin", day: "Mũi 3 Ngày tiêm", lot: "Mũi 3 Lô vắc xin"}
  ], recursive := true)
  from read_parquet('{raw}/person_*.parquet', union_by_name = true)
  union all
  select "Mã hồ sơ", try_cast("Mũi số" as integer), "Tên vắc xin", "Ngày tiêm", "Lô vắc xin"
  from read_parquet('{raw}/dose_*.parquet', union_by_name = true)
)
select record_key, number, vaccine, lot, cast(try_strptime(day, '%d/%m/%Y') as date) as dose_date,
  case when dose_date < date '2021-03-08' then 1 else 0 end
    | case when dose_date > date '2022-04-26' then 2 else 0 end
    | case when not regexp_full_match(lot, '[A-Z0-9/-]{4,}') then 4 else 0 end as faults
from sent
where vaccine is not null;
