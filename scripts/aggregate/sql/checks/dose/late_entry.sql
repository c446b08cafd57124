-- LATE.ENTRY: entered more than one day after the dose; bands 2–7, 8–14 and over 14 days. One row a dose.
select input_file, record, column_prefix || 'entered_on' as column_name,
  cast(entered_on - dose_date as varchar) as original_value,
  case
    when entered_on - dose_date <= 7 then 'trong 1 ngày (nhóm muộn 2–7 ngày)'
    when entered_on - dose_date <= 14 then 'trong 1 ngày (nhóm muộn 8–14 ngày)'
    else 'trong 1 ngày (nhóm muộn trên 14 ngày)'
  end as expected_vi,
  case
    when entered_on - dose_date <= 7 then 'within 1 day (2–7 days late)'
    when entered_on - dose_date <= 14 then 'within 1 day (8–14 days late)'
    else 'within 1 day (over 14 days late)'
  end as expected_en
from dose
where entered_on - dose_date > 1
