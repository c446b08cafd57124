-- Synthetic dose records, one row a dose, two doses a person, with the dirt of DOMAIN: 4.6 % without a usable number, years
-- alone as birth dates, lost zeros. The same rows for the same count. `doses` is the number of rows.
with row as (
  select range // 2 as person, cast(range % 2 as integer) as second, cast(hash(range // 2) >> 1 as bigint) as h
  from range(getvariable('doses'))
), person as (
  select *,
    date '1945-01-01' + cast(h % 20000 as integer) as born,
    cast(h // 7 % 2 as integer) as sex,
    date '2021-05-01' + cast(h // 11 % 200 as integer) + second * cast(60 + h // 13 % 30 as integer) as given
  from row
)
select ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ'][h % 12 + 1] || ' '
    || ['Văn', 'Thị', 'Đức', 'Ngọc', 'Thanh', 'Hồng', 'Minh'][h // 12 % 7 + 1] || ' '
    || ['An', 'Bình', 'Cường', 'Dũng', 'Hạnh', 'Hương', 'Lan', 'Mai', 'Nga', 'Phúc', 'Quân', 'Sơn', 'Tùng', 'Vinh'][h // 84 % 14 + 1]
    as "Họ và tên",
  case when h % 97 = 0 then strftime(born, '%Y') else strftime(born, '%d/%m/%Y') end as "Ngày sinh",
  cast(sex as varchar) as "Giới tính",
  case
    when h % 30 = 0 then null
    when h % 71 = 0 then '70085000'
    else '970' || cast(case when year(born) >= 2000 then 2 else 0 end + sex as varchar) || right(cast(year(born) as varchar), 2)
      || lpad(cast(person % 1000000 as varchar), 6, '0')
  end as "Số CMT/CCCD",
  '09' || lpad(cast(h % 100000000 as varchar), 8, '0') as "Số điện thoại",
  '70' as "Mã tỉnh",
  '689' as "Mã huyện",
  '25195' as "Mã xã",
  cast(second + 1 as varchar) as "Mũi số",
  ['AstraZeneca', 'Pfizer', 'Moderna'][h % 3 + 1] as "Tên vắc xin",
  strftime(given, '%d/%m/%Y') as "Ngày tiêm",
  'FF' || cast(h % 9999 as varchar) as "Lô vắc xin",
  'Trạm Y tế xã ' || cast(h % 500 as varchar) as "Địa điểm tiêm",
  strftime(given + 1, '%d/%m/%Y') as "Ngày nhập liệu"
from person
