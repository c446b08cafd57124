-- CLAIM.MISMATCH: the reported percentage is not subjects cleaned of subjects in all, rounded to the decimals it is
-- written with. One row an offending return.
with claim as (
  select input_file, record, reported_pct,
    cast(replace(reported_pct, ',', '.') as decimal(15, 6)) as claimed,
    length(regexp_extract(reported_pct, '[.,]([0-9]*)$', 1)) as decimals,
    100 * cast(subjects_cleaned as decimal(18, 0)) as cleaned_times_100,
    cast(subjects_total as decimal(18, 0)) as total
  from checked_progress_return
  where subjects_total > 0 and subjects_cleaned is not null
    and regexp_full_match(reported_pct, '[0-9]{1,4}([.,][0-9]{1,4})?')
)
select input_file, record, 'reported_pct' as column_name,
  replace(reported_pct, '.', ',') as original_value,
  replace(printf('%.1f', cleaned_times_100 / total), '.', ',') as expected_vi,
  printf('%.1f', cleaned_times_100 / total) as expected_en
from claim
-- Half of the last decimal either way, kept in whole numbers: no float decides.
where abs(cast(claimed * 10000 as bigint) * cast(total as hugeint) - cast(cleaned_times_100 as hugeint) * 10000) * 2
  > cast(total as hugeint) * cast(10 ** (4 - decimals) as bigint)
