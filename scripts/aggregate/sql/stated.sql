-- What each unit's latest return of a kind states of its indicators, one row a claim, indicator and measure: a number, and between
-- which its qualifier lets it be; of an indicator's whole it is the `part`, where the return says both; `rest` is what the other
-- numbers of the return say instead: done for a percentage, given less recorded for doses not entered, the balance for stock at
-- the end, summed over the lots of a vaccine that say all of it. What `reconciliation` sets against what is computed.
with latest as (
  select unit_code,
    max(sent.as_of) as day,
    unnest(arg_max({
      done: subjects_cleaned,
      total: subjects_total,
      pct: cast(replace(reported_pct, ',', '.') as decimal(9, 4)),
      decimals: length(regexp_extract(reported_pct, '[.,]([0-9]*)$', 1)),
      listed: listed,
      reviewed: reviewed,
      matched: matched,
      handed_back: handed_back,
      updated: updated,
      given: doses_given,
      recorded: doses_recorded,
      not_entered: doses_not_entered
    }, sent.as_of))
  from accepted_progress_return as sent
  join params using (edition)
  semi join unit_path using (unit_code)
  where sent.as_of <= params.as_of
    and (reported_pct is not null or coalesce(
      subjects_cleaned, subjects_total, listed, reviewed, matched, handed_back, updated, doses_recorded, doses_not_entered
    ) is not null)
  group by unit_code
), return_claim as (
  select day || '.' || unit_code || '.progress_return' as claim, 'progress_return' as source, unit_code, day,
    unnest([
      {indicator: 'lam_sach.doi_tuong', measure: 'total', reported: total, low: total, high: total, part: done, whole: total, rest: null},
      {indicator: 'lam_sach.doi_tuong', measure: 'done', reported: done, low: done, high: done, part: done, whole: total, rest: null},
      {
        indicator: 'lam_sach.doi_tuong',
        measure: 'pct',
        reported: pct,
        low: pct - cast(0.5 * pow(10, -decimals) as decimal(9, 5)),
        high: pct + cast(0.5 * pow(10, -decimals) as decimal(9, 5)),
        part: done, whole: total, rest: done
      },
      {indicator: 'lam_sach.doi_tuong', measure: 'listed', reported: listed, low: listed, high: listed, part: listed, whole: total, rest: null},
      {indicator: 'lam_sach.doi_tuong', measure: 'reviewed', reported: reviewed, low: reviewed, high: reviewed, part: reviewed, whole: total, rest: null},
      {indicator: 'lam_sach.doi_tuong', measure: 'matched', reported: matched, low: matched, high: matched, part: matched, whole: total, rest: null},
      {
        indicator: 'lam_sach.doi_tuong',
        measure: 'handed_back',
        reported: handed_back, low: handed_back, high: handed_back, part: handed_back, whole: total, rest: null
      },
      {indicator: 'lam_sach.doi_tuong', measure: 'updated', reported: updated, low: updated, high: updated, part: updated, whole: total, rest: null},
      {
        indicator: 'tiem_chung.mui_ghi_nhan_he_thong',
        measure: 'done',
        reported: recorded, low: recorded, high: recorded, part: recorded, whole: given, rest: null
      },
      {
        indicator: 'tiem_chung.mui_chua_cap_nhat',
        measure: 'value',
        reported: not_entered, low: not_entered, high: not_entered, part: not_entered, whole: given, rest: given - recorded
      }
    ], recursive := true)
  from latest
), latest_stock as (
  select *
  from accepted_stock_return as stock
  semi join unit_path using (unit_code),
  params
  where stock.as_of <= params.as_of
  qualify stock.as_of = max(stock.as_of) over (partition by unit_code)
), stock_claim as (
  select stock.as_of || '.' || unit_code || '.stock_return' as claim, 'stock_return' as source, unit_code, stock.as_of as day,
    'vac_xin.' || vaccine as indicator, 'closing' as measure,
    sum(closing)::bigint as reported, reported as low, reported as high, reported as part, null::bigint as whole,
    sum(opening + received - issued - used - wasted)::bigint as rest
  from latest_stock as stock
  where closing is not null and opening + received - issued - used - wasted is not null
  group by unit_code, stock.as_of, vaccine
), usable_indicator as (
  -- By itself: DuckDB 1.5 fails to bind an anti join on two columns that a semi join follows.
  select sent.* from checked_indicator_return as sent anti join row_outcome using (input_file, record)
), latest_indicator as (
  select unit_code,
    indicator,
    max(sent.as_of) as as_of,
    unnest(arg_max({numbers: [total, done, value], total: total, done: done, qualifier: qualifier}, sent.as_of))
  from usable_indicator as sent
  join params using (edition)
  semi join unit_path using (unit_code)
  where sent.as_of <= params.as_of
  group by unit_code, indicator
), indicator_number as (
  select as_of, unit_code, indicator, qualifier,
    unnest(['total', 'done', 'value']) as measure,
    unnest(numbers) as reported,
    if(measure = 'value', reported, done) as part,
    if(measure = 'value', null, total) as whole
  from latest_indicator
), indicator_claim as (
  select as_of || '.' || unit_code || '.indicator_return' as claim, 'indicator_return' as source, unit_code, as_of as day, indicator,
    measure, reported, part, whole, null::bigint as rest,
    reported - if(qualifier in ('rounded', 'approx', 'at_most'), half, 0) as low,
    reported + if(qualifier in ('rounded', 'approx', 'at_least'), half, 0) as high
  from (
    -- Half the place of the last digit that is not zero, as in figure_quantity; a zero is taken as it stands.
    select *,
      if(reported = 0, 0, cast(pow(10, length(reported::varchar) - length(rtrim(reported::varchar, '0'))) / 2 as decimal(18, 1))) as half
    from indicator_number
    where reported is not null
  )
)
select * from return_claim where reported is not null
union all by name
from indicator_claim
union all by name
from stock_claim
