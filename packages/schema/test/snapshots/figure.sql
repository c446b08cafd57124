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
    "note_en" as "raw_note_en"
  from raw_figure
), typed as (
  select *,
    "raw_unit_code" as "unit_code",
    "raw_edition" as "edition",
    case when regexp_full_match("raw_as_of", '[0-9]{4}-[0-9]{2}-[0-9]{2}') then try_cast("raw_as_of" as date)
      when regexp_full_match("raw_as_of", '([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})') then try_cast(lpad(regexp_extract("raw_as_of", '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$', 3), 4, '0') || '-' || lpad(regexp_extract("raw_as_of", '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$', 2), 2, '0') || '-' || lpad(regexp_extract("raw_as_of", '^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$', 1), 2, '0') as date) end as "as_of",
    case lower("raw_as_of_precision") when 'ngày' then 'day' when 'tháng' then 'month' when 'năm' then 'year' else "raw_as_of_precision" end as "as_of_precision",
    "raw_indicator" as "indicator",
    case when regexp_full_match("raw_done", '-?[0-9]{1,15}') then cast("raw_done" as bigint)
      when regexp_full_match("raw_done", '-?[1-9][0-9]{0,2}(([.][0-9]{3}){2,4}|(,[0-9]{3}){2,4})') then cast(regexp_replace("raw_done", '[.,]', '', 'g') as bigint) end as "done",
    case lower("raw_done_qualifier") when 'khoảng' then 'approx' when 'trên' then 'at_least' when 'hơn' then 'at_least' when 'gần' then 'at_most' when 'làm tròn' then 'rounded' else "raw_done_qualifier" end as "done_qualifier",
    case when regexp_full_match("raw_total", '-?[0-9]{1,15}') then cast("raw_total" as bigint)
      when regexp_full_match("raw_total", '-?[1-9][0-9]{0,2}(([.][0-9]{3}){2,4}|(,[0-9]{3}){2,4})') then cast(regexp_replace("raw_total", '[.,]', '', 'g') as bigint) end as "total",
    case lower("raw_total_qualifier") when 'khoảng' then 'approx' when 'trên' then 'at_least' when 'hơn' then 'at_least' when 'gần' then 'at_most' when 'làm tròn' then 'rounded' else "raw_total_qualifier" end as "total_qualifier",
    case when regexp_full_match("raw_value", '-?[0-9]{1,15}') then cast("raw_value" as bigint)
      when regexp_full_match("raw_value", '-?[1-9][0-9]{0,2}(([.][0-9]{3}){2,4}|(,[0-9]{3}){2,4})') then cast(regexp_replace("raw_value", '[.,]', '', 'g') as bigint) end as "value",
    case lower("raw_value_qualifier") when 'khoảng' then 'approx' when 'trên' then 'at_least' when 'hơn' then 'at_least' when 'gần' then 'at_most' when 'làm tròn' then 'rounded' else "raw_value_qualifier" end as "value_qualifier",
    case lower("raw_measure_unit") when 'người' then 'person' when 'mũi' then 'dose' when 'bản ghi' then 'record' when 'dữ liệu tiêm chủng' then 'vaccination_record' when 'hộ chiếu vắc xin' then 'passport' when 'dịch vụ công' then 'public_service' when 'nhóm dịch vụ công' then 'service_group' when 'cơ sở dữ liệu/hệ thống thông tin' then 'system' else "raw_measure_unit" end as "measure_unit",
    "raw_reported_pct" as "reported_pct",
    "raw_source" as "source",
    "raw_note" as "note",
    "raw_note_en" as "note_en"
  from cell
)
select input_file, record, line, "unit_code", "edition", "as_of", "as_of_precision", "indicator", "done", "done_qualifier", "total", "total_qualifier", "value", "value_qualifier", "measure_unit", "reported_pct", "source", "note", "note_en",
  case when coalesce("raw_unit_code" is null, false)
    or coalesce(length("unit_code") < 1, false)
    or coalesce(length("unit_code") > 5, false)
    or coalesce("raw_edition" is null, false)
    or coalesce("edition" not in ('2022', '2025'), false)
    or coalesce("raw_as_of" is null, false)
    or coalesce("raw_as_of" is not null and "as_of" is null, false)
    or coalesce("raw_as_of_precision" is null, false)
    or coalesce("as_of_precision" not in ('day', 'month', 'year'), false)
    or coalesce("raw_indicator" is null, false)
    or coalesce(not regexp_full_match("indicator", '[a-z0-9_]+\.[a-z0-9_]+'), false)
    or coalesce(regexp_full_match("raw_done", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false)
    or coalesce("raw_done" is not null and "done" is null and not regexp_full_match("raw_done", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false)
    or coalesce("done" < 0, false)
    or coalesce("done" > 1000000000000, false)
    or coalesce("done_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status'), false)
    or coalesce(regexp_full_match("raw_total", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false)
    or coalesce("raw_total" is not null and "total" is null and not regexp_full_match("raw_total", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false)
    or coalesce("total" < 0, false)
    or coalesce("total" > 1000000000000, false)
    or coalesce("total_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status'), false)
    or coalesce(regexp_full_match("raw_value", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false)
    or coalesce("raw_value" is not null and "value" is null and not regexp_full_match("raw_value", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false)
    or coalesce("value" < 0, false)
    or coalesce("value" > 1000000000000, false)
    or coalesce("value_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status'), false)
    or coalesce("measure_unit" not in ('person', 'dose', 'record', 'vaccination_record', 'passport', 'public_service', 'service_group', 'system'), false)
    or coalesce(not regexp_full_match("reported_pct", '[0-9]{1,4}([.,][0-9]{1,4})?'), false)
    or coalesce("raw_source" is null, false)
    or coalesce(length("source") < 1, false)
    or coalesce(length("source") > 1000, false)
    or coalesce(length("note") > 2000, false)
    or coalesce(length("note_en") > 2000, false)
    then list_distinct(list_filter([case when coalesce("raw_unit_code" is null, false) then 'UNIT.MISSING unit_code' end,
      case when coalesce(length("unit_code") < 1, false) then 'UNIT.UNKNOWN unit_code' end,
      case when coalesce(length("unit_code") > 5, false) then 'UNIT.UNKNOWN unit_code' end,
      case when coalesce("raw_edition" is null, false) then 'VALUE.MISSING edition' end,
      case when coalesce("edition" not in ('2022', '2025'), false) then 'EDITION.UNKNOWN edition' end,
      case when coalesce("raw_as_of" is null, false) then 'DATE.MISSING as_of' end,
      case when coalesce("raw_as_of" is not null and "as_of" is null, false) then 'DATE.INVALID as_of' end,
      case when coalesce("raw_as_of_precision" is null, false) then 'VALUE.MISSING as_of_precision' end,
      case when coalesce("as_of_precision" not in ('day', 'month', 'year'), false) then 'VALUE.ENUM as_of_precision' end,
      case when coalesce("raw_indicator" is null, false) then 'INDICATOR.UNKNOWN indicator' end,
      case when coalesce(not regexp_full_match("indicator", '[a-z0-9_]+\.[a-z0-9_]+'), false) then 'INDICATOR.UNKNOWN indicator' end,
      case when coalesce(regexp_full_match("raw_done", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false) then 'NUMBER.AMBIGUOUS done' end,
      case when coalesce("raw_done" is not null and "done" is null and not regexp_full_match("raw_done", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false) then 'VALUE.TYPE done' end,
      case when coalesce("done" < 0, false) then 'COUNT.NEGATIVE done' end,
      case when coalesce("done" > 1000000000000, false) then 'VALUE.RANGE done' end,
      case when coalesce("done_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status'), false) then 'VALUE.ENUM done_qualifier' end,
      case when coalesce(regexp_full_match("raw_total", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false) then 'NUMBER.AMBIGUOUS total' end,
      case when coalesce("raw_total" is not null and "total" is null and not regexp_full_match("raw_total", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false) then 'VALUE.TYPE total' end,
      case when coalesce("total" < 0, false) then 'COUNT.NEGATIVE total' end,
      case when coalesce("total" > 1000000000000, false) then 'VALUE.RANGE total' end,
      case when coalesce("total_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status'), false) then 'VALUE.ENUM total_qualifier' end,
      case when coalesce(regexp_full_match("raw_value", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false) then 'NUMBER.AMBIGUOUS value' end,
      case when coalesce("raw_value" is not null and "value" is null and not regexp_full_match("raw_value", '-?[1-9][0-9]{0,2}[.,][0-9]{3}'), false) then 'VALUE.TYPE value' end,
      case when coalesce("value" < 0, false) then 'COUNT.NEGATIVE value' end,
      case when coalesce("value" > 1000000000000, false) then 'VALUE.RANGE value' end,
      case when coalesce("value_qualifier" not in ('exact', 'rounded', 'approx', 'at_least', 'at_most', 'status'), false) then 'VALUE.ENUM value_qualifier' end,
      case when coalesce("measure_unit" not in ('person', 'dose', 'record', 'vaccination_record', 'passport', 'public_service', 'service_group', 'system'), false) then 'MEASURE.UNKNOWN measure_unit' end,
      case when coalesce(not regexp_full_match("reported_pct", '[0-9]{1,4}([.,][0-9]{1,4})?'), false) then 'PERCENTAGE.FORMAT reported_pct' end,
      case when coalesce("raw_source" is null, false) then 'SOURCE.MISSING source' end,
      case when coalesce(length("source") < 1, false) then 'VALUE.LENGTH source' end,
      case when coalesce(length("source") > 1000, false) then 'VALUE.LENGTH source' end,
      case when coalesce(length("note") > 2000, false) then 'VALUE.LENGTH note' end,
      case when coalesce(length("note_en") > 2000, false) then 'VALUE.LENGTH note_en' end], lambda issue: issue is not null)) end as issues
from typed
