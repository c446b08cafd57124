-- read: events of the five steps, parsed; one row an event as sent.
create table event as
select "Mã hồ sơ" as record_key,
  case "Bước"
    when 'đã lập danh sách' then 1
    when 'đã rà soát' then 2
    when 'đã đối chiếu' then 3
    when 'đã chuyển lại' then 4
    when 'đã cập nhật' then 5
    else 6
  end as position,
  cast(try_strptime("Ngày thực hiện", '%d/%m/%Y') as date) as event_date,
  "Kết quả" as result
from read_parquet('{raw}/event_*.parquet', union_by_name = true);
