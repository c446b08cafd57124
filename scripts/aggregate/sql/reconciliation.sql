-- What returns and figures state about subjects cleaned against what is computed elsewhere, one row a claim, measure and basis.
-- Claims: each unit's latest progress return, and figures. Basis `records`: the report's people, cleaned by the claim's day, of
-- the subjects of the report's day, where the report has people. Basis `own_numbers`: a percentage against the numbers stated
-- with it, done of total. A percentage stands for ± half its last written place, a figure's number for what its qualifier
-- allows. Verdicts are those of figure_claim.
with latest as (
  select unit_code,
    max(sent.as_of) as day,
    unnest(arg_max({
      done: subjects_cleaned,
      total: subjects_total,
      pct: cast(replace(reported_pct, ',', '.') as decimal(9, 4)),
      decimals: length(regexp_extract(reported_pct, '[.,]([0-9]*)$', 1))
    }, sent.as_of))
  from accepted_progress_return as sent
  join params using (edition)
  semi join unit_path using (unit_code)
  where sent.as_of <= params.as_of and (coalesce(subjects_cleaned, subjects_total) is not null or reported_pct is not null)
  group by unit_code
), return_claim as (
  select day || '.' || unit_code || '.progress_return' as claim, 'progress_return' as source, 'lam_sach.doi_tuong' as indicator,
    unit_code, day, done, total,
    unnest([
      {measure: 'total', reported: total, low: total, high: total},
      {measure: 'done', reported: done, low: done, high: done},
      {
        measure: 'pct',
        reported: pct,
        low: pct - cast(0.5 * pow(10, -decimals) as decimal(9, 5)),
        high: pct + cast(0.5 * pow(10, -decimals) as decimal(9, 5))
      }
    ], recursive := true)
  from latest
), figure_number as (
  select figure_id as claim, 'figure' as source, indicator, unit_code, as_of as day,
    quantity as measure, number as reported, low, high
  from figure_quantity
  semi join params using (edition)
  semi join unit_path using (unit_code)
  where indicator = 'lam_sach.doi_tuong' and quantity in ('done', 'total')
), figure_pct as (
  select figure_id as claim, 'figure' as source, indicator, unit_code, as_of as day,
    'pct' as measure, reported_pct as reported,
    reported_pct - cast(0.5 * pow(10, -reported_pct_decimals) as decimal(9, 5)) as low,
    reported_pct + cast(0.5 * pow(10, -reported_pct_decimals) as decimal(9, 5)) as high,
    computed_pct, verdict
  from figure_claim
  semi join params using (edition)
  semi join unit_path using (unit_code)
  where reported_pct is not null
), claim as (
  from return_claim where reported is not null
  union all by name
  from figure_number
  union all by name
  select * exclude (computed_pct, verdict) from figure_pct where indicator = 'lam_sach.doi_tuong'
), in_records as (
  select claim.*,
    coalesce(cleaned_to_date, if(subjects is null, null, 0)) as computed_part,
    subjects as computed_whole,
    persons as computed_people
  from claim
  left join cleaning_progress on cleaning_progress.unit_code = claim.unit_code and scope = 'all'
  asof left join cleaning_daily as daily on daily.unit_code = claim.unit_code and daily.day <= claim.day
  where exists (from cleaning_progress)
), own_numbers as (
  select *, done as computed_part, total as computed_whole, null as computed_people
  from return_claim
  where measure = 'pct' and reported is not null
), compared as (
  select 'records' as basis, * from in_records
  union all
  select 'own_numbers', * from own_numbers
), computed as (
  select *,
    case measure
      when 'total' then computed_whole
      when 'done' then computed_part
      else round(cast(100 * computed_part as decimal(18, 0)) / nullif(computed_whole, 0), 2)
    end as computed,
    case
      when computed is null then 'not_computable'
      when measure = 'pct' then if(100 * computed_part between low * computed_whole and high * computed_whole, 'agrees', 'differs')
      when computed between low and high then 'agrees'
      else 'differs'
    end as verdict
  from compared
)
select claim, source, unit_code, indicator, day, measure, basis,
  cast(reported as decimal(18, 4)) as reported,
  cast(computed as decimal(18, 2)) as computed,
  verdict,
  done as reported_part, total as reported_whole,
  computed_part, computed_whole, computed_people
from computed
union all
select claim, source, unit_code, indicator, day, measure, 'own_numbers', reported, cast(computed_pct as decimal(18, 2)), verdict,
  null, null, null, null, null
from figure_pct
