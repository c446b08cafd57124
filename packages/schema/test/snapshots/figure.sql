with cell as (
  select input_file,
    record,
    line,
    "unit_code" as "raw_unit_code",
    "edition" as "raw_edition",
    "as_of" as "raw_as_of",
    "as_of_precision" as "raw_as_of_precision",
    "indicator" as "raw_indicator",
    "done" as "raw_done",
    "done_qualifier" as "raw_done_qualifier",
    "total" as "raw_total",
    "total_qualifier" as "raw_total_qualifier",
    "value" as "raw_value",
    "value_qualifier" as "raw_value_qualifier",
    "measure_unit" as "raw_measure_unit",
    "reported_pct" as "raw_reported_pct",
    "source" as "raw_source",
    "note" as "raw_note",
    "note_en" as "raw_note_en",
    "corrects" as "raw_corrects"
  from raw_figure
), typed as (
  select *,
    "raw_unit_code" as "unit_code",
    "raw_edition" as "edition",
    case when "raw_as_of" like '__/__/____' then cast(try_strptime("raw_as_of", '%d/%m/%Y') as date)
      when regexp_full_match("raw_as_of", '[0-9]{4}-[0-9]{2}-[0-9]{2}') then try_cast("raw_as_of" as date)
      when regexp_full_match("raw_as_of", '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4}') then cast(try_strptime("raw_as_of", ['%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y']) as date) end as "as_of",
    case lower("raw_as_of_precision") when 'ngày' then 'day' when 'tháng' then 'month' when 'năm' then 'year' else "raw_as_of_precision" end as "as_of_precision",
    "raw_indicator" as "indicator",
    case when strlen("raw_done") = 1 and "raw_done" between '0' and '9' then cast("raw_done" as bigint)
      when regexp_full_match("raw_done", '-?[0-9]{1,15}') then cast("raw_done" as bigint)
      when regexp_full_match("raw_done", '-?[1-9][0-9]{0,2}(([.][0-9]{3}){2,4}|(,[0-9]{3}){2,4})') then cast(regexp_replace("raw_done", '[.,]', '', 'g') as bigint) end as "done",
    case lower("raw_done_qualifier") when 'khoảng' then 'approx' when 'trên' then 'at_least' when 'hơn' then 'at_least' when 'gần' then 'at_most' when 'làm tròn' then 'rounded' else "raw_done_qualifier" end as "done_qualifier",
    case when strlen("raw_total") = 1 and "raw_total" between '0' and '9' then cast("raw_total" as bigint)
      when regexp_full_match("raw_total", '-?[0-9]{1,15}') then cast("raw_total" as bigint)
      when regexp_full_match("raw_total", '-?[1-9][0-9]{0,2}(([.][0-9]{3}){2,4}|(,[0-9]{3}){2,4})') then cast(regexp_replace("raw_total", '[.,]', '', 'g') as bigint) end as "total",
    case lower("raw_total_qualifier") when 'khoảng' then 'approx' when 'trên' then 'at_least' when 'hơn' then 'at_least' when 'gần' then 'at_most' when 'làm tròn' then 'rounded' else "raw_total_qualifier" end as "total_qualifier",
    case when strlen("raw_value") = 1 and "raw_value" between '0' and '9' then cast("raw_value" as bigint)
      when regexp_full_match("raw_value", '-?[0-9]{1,15}') then cast("raw_value" as bigint)
      when regexp_full_match("raw_value", '-?[1-9][0-9]{0,2}(([.][0-9]{3}){2,4}|(,[0-9]{3}){2,4})') then cast(regexp_replace("raw_value", '[.,]', '', 'g') as bigint) end as "value",
    case lower("raw_value_qualifier") when 'khoảng' then 'approx' when 'trên' then 'at_least' when 'hơn' then 'at_least' when 'gần' then 'at_most' when 'làm tròn' then 'rounded' else "raw_value_qualifier" end as "value_qualifier",
    case lower("raw_measure_unit") when 'người' then 'person' when 'mũi' then 'dose' when 'bản ghi' then 'record' when 'dữ liệu tiêm chủng' then 'vaccination_record' when 'hộ chiếu vắc xin' then 'passport' when 'dịch vụ công' then 'public_service' when 'nhóm dịch vụ công' then 'service_group' when 'cơ sở dữ liệu/hệ thống thông tin' then 'system' else "raw_measure_unit" end as "measure_unit",
    "raw_reported_pct" as "reported_pct",
    "raw_source" as "source",
    "raw_note" as "note",
    "raw_note_en" as "note_en",
    "raw_corrects" as "corrects"
  from cell
)
select input_file, record, line, "unit_code", "edition", "as_of", "as_of_precision", "indicator", "done", "done_qualifier", "total", "total_qualifier", "value", "value_qualifier", "measure_unit", "reported_pct", "source", "note", "note_en", "corrects",
  case when ("raw_unit_code" is null)
    or (length("unit_code") < 1)
    or (strlen("unit_code") > 5 and length("unit_code") > 5)
    or ("raw_edition" is null)
    or ("edition" not in ('2022', '2025'))
    or ("raw_as_of" is null)
    or ("raw_as_of" is not null and "as_of" is null)
    or ("raw_as_of_precision" is null)
    or ("as_of_precision" not in ('day', 'month', 'year'))
    or ("raw_indicator" is null)
    or (not regexp_full_match("indicator", '[a-z0-9_]+\.[a-z0-9_]+'))
    or ("raw_done" is not null and "done" is null and regexp_full_match("raw_done", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'))
    or ("raw_done" is not null and "done" is null and not regexp_full_match("raw_done", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'))
    or ("done" < 0)
    or ("done" > 1000000000000)
    or ("done_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status'))
    or ("raw_total" is not null and "total" is null and regexp_full_match("raw_total", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'))
    or ("raw_total" is not null and "total" is null and not regexp_full_match("raw_total", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'))
    or ("total" < 0)
    or ("total" > 1000000000000)
    or ("total_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status'))
    or ("raw_value" is not null and "value" is null and regexp_full_match("raw_value", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'))
    or ("raw_value" is not null and "value" is null and not regexp_full_match("raw_value", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'))
    or ("value" < 0)
    or ("value" > 1000000000000)
    or ("value_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status'))
    or ("measure_unit" not in ('person', 'dose', 'record', 'vaccination_record', 'passport', 'public_service', 'service_group', 'system'))
    or (not regexp_full_match("reported_pct", '[0-9]{1,4}([.,][0-9]{1,4})?'))
    or ("raw_source" is null)
    or (length("source") < 1)
    or (strlen("source") > 1000 and length("source") > 1000)
    or (strlen("note") > 2000 and length("note") > 2000)
    or (strlen("note_en") > 2000 and length("note_en") > 2000)
    or (not regexp_full_match("corrects", '[0-9a-f]{12}:[0-9]{1,9}'))
    then list_distinct(string_split(concat_ws(';',
    case when "raw_unit_code" is null then 'UNIT.MISSING unit_code' end,
    case when length("unit_code") < 1 then 'UNIT.UNKNOWN unit_code' end,
    case when strlen("unit_code") > 5 and length("unit_code") > 5 then 'UNIT.UNKNOWN unit_code' end,
    case when "raw_edition" is null then 'VALUE.MISSING edition' end,
    case when "edition" not in ('2022', '2025') then 'EDITION.UNKNOWN edition' end,
    case when "raw_as_of" is null then 'DATE.MISSING as_of' end,
    case when "raw_as_of" is not null and "as_of" is null then 'DATE.INVALID as_of' end,
    case when "raw_as_of_precision" is null then 'VALUE.MISSING as_of_precision' end,
    case when "as_of_precision" not in ('day', 'month', 'year') then 'VALUE.ENUM as_of_precision' end,
    case when "raw_indicator" is null then 'INDICATOR.UNKNOWN indicator' end,
    case when not regexp_full_match("indicator", '[a-z0-9_]+\.[a-z0-9_]+') then 'INDICATOR.UNKNOWN indicator' end,
    case when "raw_done" is not null and "done" is null and regexp_full_match("raw_done", '-?[1-9][0-9]{0,2}[.,][0-9]{3}') then 'NUMBER.AMBIGUOUS done' end,
    case when "raw_done" is not null and "done" is null and not regexp_full_match("raw_done", '-?[1-9][0-9]{0,2}[.,][0-9]{3}') then 'VALUE.TYPE done' end,
    case when "done" < 0 then 'COUNT.NEGATIVE done' end,
    case when "done" > 1000000000000 then 'VALUE.RANGE done' end,
    case when "done_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status') then 'VALUE.ENUM done_qualifier' end,
    case when "raw_total" is not null and "total" is null and regexp_full_match("raw_total", '-?[1-9][0-9]{0,2}[.,][0-9]{3}') then 'NUMBER.AMBIGUOUS total' end,
    case when "raw_total" is not null and "total" is null and not regexp_full_match("raw_total", '-?[1-9][0-9]{0,2}[.,][0-9]{3}') then 'VALUE.TYPE total' end,
    case when "total" < 0 then 'COUNT.NEGATIVE total' end,
    case when "total" > 1000000000000 then 'VALUE.RANGE total' end,
    case when "total_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status') then 'VALUE.ENUM total_qualifier' end,
    case when "raw_value" is not null and "value" is null and regexp_full_match("raw_value", '-?[1-9][0-9]{0,2}[.,][0-9]{3}') then 'NUMBER.AMBIGUOUS value' end,
    case when "raw_value" is not null and "value" is null and not regexp_full_match("raw_value", '-?[1-9][0-9]{0,2}[.,][0-9]{3}') then 'VALUE.TYPE value' end,
    case when "value" < 0 then 'COUNT.NEGATIVE value' end,
    case when "value" > 1000000000000 then 'VALUE.RANGE value' end,
    case when "value_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status') then 'VALUE.ENUM value_qualifier' end,
    case when "measure_unit" not in ('person', 'dose', 'record', 'vaccination_record', 'passport', 'public_service', 'service_group', 'system') then 'MEASURE.UNKNOWN measure_unit' end,
    case when not regexp_full_match("reported_pct", '[0-9]{1,4}([.,][0-9]{1,4})?') then 'PERCENTAGE.FORMAT reported_pct' end,
    case when "raw_source" is null then 'SOURCE.MISSING source' end,
    case when length("source") < 1 then 'VALUE.LENGTH source' end,
    case when strlen("source") > 1000 and length("source") > 1000 then 'VALUE.LENGTH source' end,
    case when strlen("note") > 2000 and length("note") > 2000 then 'VALUE.LENGTH note' end,
    case when strlen("note_en") > 2000 and length("note_en") > 2000 then 'VALUE.LENGTH note_en' end,
    case when not regexp_full_match("corrects", '[0-9a-f]{12}:[0-9]{1,9}') then 'VALUE.FORMAT corrects' end), ';')) end as issues
from typed
