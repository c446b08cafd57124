-- What became of every row of each file: records_in = accepted + quarantined + rejected + exact_duplicates + superseded
-- + blank, and accepted = kept + merged. One row a file under raw/.
select file.input_file, file.kind,
  case
    when file.reason_code is not null then file.status
    when coalesce(count(*) filter (outcome = 'quarantined'), 0) + coalesce(any_value(read_account.rejected), 0) > 0 then 'partially_accepted'
    else 'accepted'
  end as status,
  file.reason_code, file.reason_vi, file.reason_en,
  coalesce(any_value(read_account.records_in), 0) as records_in,
  count(*) filter (outcome = 'accepted') as accepted,
  count(*) filter (outcome = 'quarantined') as quarantined,
  coalesce(any_value(read_account.rejected), 0) as rejected,
  count(*) filter (outcome = 'exact_duplicate') as exact_duplicates,
  count(*) filter (outcome = 'superseded') as superseded,
  coalesce(any_value(read_account.blank), 0) as blank,
  -- Figures are never merged: two sources for one figure stay two figures.
  count(*) filter (outcome = 'accepted') as kept,
  cast(0 as bigint) as merged
from file
left join row_outcome using (input_file)
left join read_account using (input_file)
group by file.input_file, file.kind, file.status, file.reason_code, file.reason_vi, file.reason_en
