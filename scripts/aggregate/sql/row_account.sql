-- What became of every row of each file: records_in = accepted + quarantined + rejected + exact_duplicates + superseded
-- + blank, and accepted = kept + merged. One row a file under raw/, or a sheet of it where it has several.
with outcome as (
  select input_file,
    count(*) filter (outcome = 'quarantined') as quarantined,
    count(*) filter (outcome = 'exact_duplicate') as exact_duplicates,
    count(*) filter (outcome = 'superseded') as superseded,
    count(*) as not_accepted
  from row_outcome
  group by input_file
), account as (
  select file.*,
    coalesce(records_in, 0) as records_in,
    coalesce(rejected, 0) as rejected,
    coalesce(blank, 0) as blank,
    coalesce(quarantined, 0) as quarantined,
    coalesce(exact_duplicates, 0) as exact_duplicates,
    coalesce(superseded, 0) as superseded,
    coalesce(merged, 0) as merged,
    coalesce(records_in - rejected - blank - coalesce(not_accepted, 0), 0) as accepted
  from file
  left join input_table using (input_file)
  left join outcome using (input_file)
  left join merged_row using (input_file)
)
select input_file, kind, person_level,
  case
    when reason_code is not null then status
    when quarantined + rejected > 0 then 'partially_accepted'
    else 'accepted'
  end as status,
  reason_code, reason_vi, reason_en,
  records_in, accepted, quarantined, rejected, exact_duplicates, superseded, blank,
  accepted - merged as kept,
  merged
from account
