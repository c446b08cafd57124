-- LOT.FORMAT: a lot has 3 to 20 letters, digits, dots, hyphens or slashes, with at least one digit. One row a dose.
with written as (
  -- Far fewer than doses.
  select distinct lot from dose
), wrong as (
  select lot
  from written
  where not regexp_full_match(lot, '[A-Za-z0-9][A-Za-z0-9 ./-]{1,18}[A-Za-z0-9]')
    or (lot is not null and not regexp_matches(lot, '[0-9]'))
)
select input_file, record, column_prefix || 'lot' as column_name,
  lot as original_value,
  '3 đến 20 chữ cái không dấu và chữ số, như FF2832' as expected_vi,
  '3 to 20 plain letters and digits, such as FF2832' as expected_en
from dose semi join wrong using (lot)
