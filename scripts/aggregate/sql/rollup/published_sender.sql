-- Units whose published folders the report adds up, one row an edition and unit: which unit of the report each is counted in, and
-- what became of its folder.
select sender_code,
  part.edition,
  name_vi,
  name_en,
  unit_code,
  params.as_of,
  status,
  reason_code,
  reason_vi,
  reason_en,
  report,
  public_key,
  sha256
from part, params
order by part.edition, sender_code
