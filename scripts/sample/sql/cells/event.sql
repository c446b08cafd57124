-- The cells of event files, one row a line in the same order: nothing but columns of event_line written out. Position 0 is the
-- central match before the five steps; after a second match that is wrong the record is updated and matched again.
select rowid as line_row,
  record_key,
  case position
    when 1 then 'đã lập danh sách'
    when 2 then 'đã rà soát'
    when 4 then 'đã bàn giao'
    when 5 then 'đã cập nhật'
    when 7 then 'đã cập nhật'
    when 6 then 'đã xác thực lại'
    when 8 then 'đã xác thực lại'
    else 'đã đối chiếu'
  end as step,
  strftime(event_date, '%d/%m/%Y') as event_date,
  unit_code,
  case result when 'right' then 'đúng' when 'wrong' then 'sai' when 'not_found' then 'không tìm thấy' end as result,
  case wrong_fields
    when 'id_number' then 'số định danh'
    when 'full_name' then 'họ tên'
    when 'birth_date' then 'ngày sinh'
    when 'sex' then 'giới tính'
    when 'full_name birth_date' then 'họ tên; ngày sinh'
  end as wrong_fields
from event_line
