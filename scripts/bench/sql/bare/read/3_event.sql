-- Events of the five steps, one row an event as sent, with what single events break as bits of `faults`.
create table event as
with sent as (
  select (cast(file_index as bigint) << 32) + cast(file_row_number as bigint) + 1 as event_id,
    hash(*columns(*)) as line_hash,
    "Mã hồ sơ" as record_key,
    lower("Bước") as step,
    day_written("Ngày thực hiện") as event_date,
    "Ngày thực hiện" is null as no_day,
    "Mã đơn vị" as code,
    lower("Kết quả") as result_sent,
    strlen("Thông tin sai") > 200 as too_long
  from read_parquet('{raw}/event_*.parquet')
), typed as (
  select sent.*,
    cast(case step
      when 'đã lập danh sách' then 1
      when 'đã rà soát' then 2
      when 'đã đối chiếu' then 3
      when 'đã bàn giao' then 4
      when 'đã cập nhật' then 5
      when 'đã xác thực lại' then 6
      when '1' then 1
      when '2' then 2
      when '3' then 3
      when '4' then 4
      when '5' then 5
    end as utinyint) as position,
    cast(case result_sent when 'đúng' then 1 when 'sai' then 2 when 'không tìm thấy' then 3 end as utinyint) as result,
    unit
  from sent left join unit using (code)
)
select event_id,
  line_hash,
  hash(record_key) as record_hash,
  position,
  event_date,
  -- Events of one record in the order of days, and of steps within a day.
  (event_date - date '2020-01-01') * 8 + position as event_order,
  unit,
  result,
  case when code is not null and unit is null then 1 << 13 else 0 end
    | case when code is null then 1 << 14 else 0 end
    | case when too_long or strlen(record_key) > 64 then 1 << 16 else 0 end
    | case when (step is not null and position is null) or (result_sent is not null and result is null) then 1 << 17 else 0 end
    | case when record_key is null or step is null or (position in (3, 6) and result_sent is null) then 1 << 18 else 0 end
    | case when no_day then 1 << 20 else 0 end
    | case when event_date is null and not no_day then 1 << 21 else 0 end
    | case when event_date > date '{as_of}' then 1 << 23 else 0 end as faults
from typed;
