-- Returns of units, a few thousand rows: parsed, with the rules on single returns and on several. `return_finding` has one row a
-- return, column and rule.
create table return_finding (kind varchar, record bigint, code varchar, item varchar, found bigint, expected bigint);
create table progress_sent as
with cell as (
  select row_number() over () as record, columns(*) from read_csv('{units}/progress_return.csv', all_varchar = true, header = true)
)
select record,
  "Mã đơn vị" as code,
  unit,
  "Ấn bản danh mục đơn vị" as edition,
  day_written("Số liệu tính đến ngày") as as_of,
  "Số liệu tính đến ngày" as day_sent,
  number_written("Số đối tượng phải làm sạch") as subjects_total,
  number_written("Số đối tượng đã làm sạch") as subjects_cleaned,
  number_written("Đã lập danh sách") as listed,
  number_written("Đã rà soát") as reviewed,
  number_written("Đã đối chiếu") as matched,
  number_written("Đã bàn giao") as handed_back,
  number_written("Đã cập nhật") as updated,
  number_written("Số mũi đã tiêm") as doses_given,
  number_written("Số mũi đã nhập hệ thống") as doses_recorded,
  number_written("Số mũi chưa nhập") as doses_not_entered,
  replace("Tỷ lệ báo cáo (%)", ',', '.') as reported_pct,
  day_written("Ngày nhận") as received_at,
  least(subjects_total, subjects_cleaned, listed, reviewed, matched, handed_back, updated, doses_given, doses_recorded, doses_not_entered) as smallest
from cell left join unit on unit.code = "Mã đơn vị";
insert into return_finding
select 'progress_return', record, unnest(list_filter([
    case when code is null then 'UNIT.MISSING' when unit is null and edition = '2022' then 'UNIT.UNKNOWN' end,
    case when edition is null or edition not in ('2022', '2025') then 'EDITION.UNKNOWN' end,
    case when day_sent is null then 'DATE.MISSING' when as_of is null then 'DATE.INVALID' end,
    case when as_of > date '{as_of}' then 'DATE.AFTER_REPORT' end,
    case when smallest is null then 'VALUE.MISSING' when smallest < 0 then 'COUNT.NEGATIVE' end,
    case when not regexp_full_match(reported_pct, '[0-9]{1,4}([.][0-9]{1,4})?') then 'PERCENTAGE.FORMAT' end,
    case when subjects_cleaned > subjects_total then 'PART.WHOLE' end,
    case when doses_recorded > doses_given then 'NOT_ENTERED.NEGATIVE'
      when doses_not_entered <> doses_given - doses_recorded then 'NOT_ENTERED.DIFFERS' end,
    case when received_at - as_of > getvariable('deadline_days') then 'RETURN.LATE' end,
    -- Half of the last decimal either way.
    case when abs(try_cast(reported_pct as decimal(15, 6)) - 100.0 * subjects_cleaned / nullif(subjects_total, 0))
      > 0.5 * pow(10, -length(split_part(reported_pct, '.', 2))) then 'CLAIM.MISMATCH' end,
    -- A step counts more than the nearest one before it that is told.
    case when listed > subjects_total or reviewed > coalesce(listed, subjects_total)
      or matched > coalesce(reviewed, listed, subjects_total) or handed_back > coalesce(matched, reviewed, listed, subjects_total)
      or updated > coalesce(handed_back, matched, reviewed, listed, subjects_total)
      or subjects_cleaned > coalesce(updated, handed_back, matched, reviewed, listed) then 'STATE.ORDER' end
  ], lambda one: one is not null)), null, null, null
from progress_sent;
create table progress_latest as
-- A return sent again takes the earlier one's place.
select unnest(arg_max(sent, record))
from progress_sent as sent
where record not in (select record from return_finding where kind = 'progress_return'
  and code in ('UNIT.MISSING', 'UNIT.UNKNOWN', 'EDITION.UNKNOWN', 'DATE.MISSING', 'DATE.INVALID', 'DATE.AFTER_REPORT', 'VALUE.MISSING',
    'COUNT.NEGATIVE', 'PERCENTAGE.FORMAT', 'PART.WHOLE'))
group by code, edition, as_of;
insert into return_finding
select 'progress_return', record, 'ROW.SUPERSEDED', null, null, null
from progress_sent semi join progress_latest using (code, edition, as_of) anti join progress_latest using (record);
insert into return_finding
with cell as (
  unpivot (
    select record, unit, as_of, subjects_total, subjects_cleaned, listed, reviewed, matched, handed_back, updated, doses_given,
      doses_recorded, doses_not_entered
    from progress_latest where edition = '2022'
  )
  on columns(* exclude (record, unit, as_of)) into name item value number
), placed as (
  select cell.*, parent from cell join unit using (unit)
), family as (
  select parent as unit, count(*) as children from unit group by parent
), children as (
  select parent as unit, as_of, item, count(*) as reporting, sum(number) as children_sum from placed where parent is not null group by all
), summed as (
  select record, 'SUM.CHILDREN' as code, item, number as found, children_sum as expected
  from placed join children using (unit, as_of, item) join family using (unit)
  where number < children_sum or (number > children_sum and reporting = children)
), followed as (
  select *, lag(number) over (partition by unit, item order by as_of) as before from placed
), fallen as (
  select record, 'CUMULATIVE.FALLS', item, number, before from followed where number < before and item <> 'doses_not_entered'
), changed as (
  select record, 'CHANGE.LARGE', item, number, before
  from followed
  where before >= 100 and 100 * abs(number - before) > 33 * before and item in ('subjects_total', 'doses_given', 'doses_recorded')
), middle as (
  select as_of, parent, item, median(number) as median
  from placed
  where parent is not null and item in ('subjects_total', 'subjects_cleaned', 'doses_given', 'doses_recorded', 'doses_not_entered')
  group by all
  having count(*) >= 6
), spread as (
  select as_of, parent, item, any_value(median) as median,
    median(abs(number - median)) as median_deviation, avg(abs(number - median)) as mean_deviation
  from placed join middle using (as_of, parent, item)
  group by all
), outlying as (
  select record, 'OUTLIER.VALUE', item, number, cast(round(median) as bigint)
  from placed join spread using (as_of, parent, item)
  where greatest(number, median) >= 100
    and if(median_deviation > 0, 0.6745 * abs(number - median) > 3.5 * median_deviation, 0.7979 * abs(number - median) > 3.5 * mean_deviation)
)
select 'progress_return', * from (from summed union all from fallen union all from changed union all from outlying);
create table stock_sent as
with cell as (
  select row_number() over () as record, columns(*) from read_csv('{units}/stock_return.csv', all_varchar = true, header = true)
)
select record,
  "Mã đơn vị" as code,
  unit,
  day_written("Số liệu tính đến ngày") as as_of,
  vaccine,
  "Số lô" as lot,
  day_written("Hạn dùng") as expiry,
  "Hạn dùng" is not null and expiry is null as bad_expiry,
  number_written("Tồn đầu kỳ") as opening,
  number_written("Nhận trong kỳ") as received,
  number_written("Cấp cho tuyến dưới") as issued,
  number_written("Đã sử dụng") as used,
  number_written("Hao phí") as wasted,
  number_written("Tồn cuối kỳ") as closing,
  opening + received - issued - used - wasted as rest
from cell
left join unit on unit.code = "Mã đơn vị"
left join vaccine_name on name = lower("Tên vắc xin");
insert into return_finding
select 'stock_return', record, unnest(list_filter([
    case when code is null then 'UNIT.MISSING' when unit is null then 'UNIT.UNKNOWN' end,
    case when as_of is null or bad_expiry then 'DATE.INVALID' end,
    case when as_of > date '{as_of}' then 'DATE.AFTER_REPORT' end,
    case when vaccine is null then 'VACCINE.UNKNOWN' end,
    case when lot is null then 'VALUE.MISSING' end,
    case when coalesce(opening, received, issued, used, wasted, closing) is null then 'VALUE.MISSING' end,
    case when least(opening, received, issued, used, wasted, closing) < 0 then 'STOCK.NEGATIVE' end,
    case when rest <> closing then 'STOCK.BALANCE' end,
    case when used > opening + received then 'DOSES.OVER_STOCK' end,
    case when closing > 0 and expiry < as_of then 'EXPIRY.PASSED' end
  ], lambda one: one is not null)),
  vaccine || ' ' || lot, closing, rest
from stock_sent;
create table stock as
select unnest(arg_max(sent, record))
from stock_sent as sent
where record not in (select record from return_finding where kind = 'stock_return'
  and code in ('UNIT.MISSING', 'UNIT.UNKNOWN', 'DATE.INVALID', 'DATE.AFTER_REPORT', 'VACCINE.UNKNOWN', 'VALUE.MISSING', 'STOCK.NEGATIVE'))
group by code, as_of, vaccine, lot;
create table indicator_sent as
with cell as (
  select row_number() over () as record, columns(*) from read_csv('{units}/indicator_return.csv', all_varchar = true, header = true)
)
select record,
  "Mã đơn vị" as code,
  unit,
  "Ấn bản danh mục đơn vị" as edition,
  day_written("Số liệu tính đến ngày") as as_of,
  "Mã chỉ tiêu Đề án 06" as indicator,
  listed.indicator is not null as known,
  number_written("Đã làm") as done,
  number_written("Tổng số") as total,
  number_written("Giá trị") as value,
  "Đơn vị tính" as measure_unit,
  measure_unit is distinct from listed.measure_unit as misfit,
  case lower("Cách nêu số")
    when 'khoảng' then 'approx' when 'trên' then 'at_least' when 'hơn' then 'at_least' when 'gần' then 'at_most' when 'làm tròn' then 'rounded'
    when 'đúng bằng' then 'exact' else "Cách nêu số"
  end as qualifier,
  day_written("Hạn hoàn thành") as due_date
from cell
left join unit on unit.code = "Mã đơn vị"
left join indicator as listed on listed.indicator = "Mã chỉ tiêu Đề án 06";
insert into return_finding
select 'indicator_return', record, unnest(list_filter([
    case when code is null then 'UNIT.MISSING' when unit is null and edition = '2022' then 'UNIT.UNKNOWN' end,
    case when edition is null or edition not in ('2022', '2025') then 'EDITION.UNKNOWN' end,
    case when as_of is null then 'DATE.INVALID' when as_of > date '{as_of}' then 'DATE.AFTER_REPORT' end,
    case when not known then 'INDICATOR.UNKNOWN' when misfit then 'MEASURE.MISFIT' end,
    case when least(done, total, value) < 0 then 'COUNT.NEGATIVE' end,
    case when done is null and value is null and qualifier is distinct from 'status' then 'VALUE.MISSING' end,
    case when done > total then 'PART.WHOLE' end
  ], lambda one: one is not null)), null, null, null
from indicator_sent;
create table indicator_told as
select unnest(arg_max(sent, record))
from indicator_sent as sent
where record not in (select record from return_finding where kind = 'indicator_return')
group by code, edition, as_of, indicator;
create table population_sent as
with cell as (
  select row_number() over () as record, columns(*) from read_csv('{units}/population.csv', all_varchar = true, header = true)
)
select record,
  "Mã đơn vị" as code,
  unit,
  "Ấn bản danh mục đơn vị" as edition,
  "Nhóm tuổi" as age_group,
  number_written("Số người") as persons,
  "Nguồn" as source,
  day_written("Ngày của dân số") as population_date
from cell left join unit on unit.code = "Mã đơn vị";
insert into return_finding
select 'population', record, unnest(list_filter([
    case when code is null then 'UNIT.MISSING' when unit is null and edition = '2022' then 'UNIT.UNKNOWN' end,
    case when edition is null or edition not in ('2022', '2025') then 'EDITION.UNKNOWN' end,
    case when age_group not in ('5-11', '12-17', '18-49', '50-64', '65+', 'all') then 'VALUE.ENUM' end,
    case when population_date is null then 'DATE.INVALID' when population_date > date '{as_of}' then 'DATE.AFTER_REPORT' end,
    case when persons is null then 'VALUE.MISSING' when persons < 0 then 'COUNT.NEGATIVE' end,
    case when source is null then 'SOURCE.MISSING' end
  ], lambda one: one is not null)), null, null, null
from population_sent;
create table population as
select unnest(arg_max(sent, record))
from population_sent as sent
where record not in (select record from return_finding where kind = 'population')
group by code, edition, age_group, population_date;
insert into return_finding
select 'population', one.record, 'DENOMINATOR.DIFFERS', null, null, null
from population as one
join population as other using (code, edition, age_group)
where year(one.population_date) = year(other.population_date) and one.source <> other.source and one.persons <> other.persons
  and 10 * abs(one.persons - other.persons) >= least(one.persons, other.persons)
group by one.record;
