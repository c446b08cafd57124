-- What returns and figures state against what is computed elsewhere, one row a claim, indicator, measure and basis. Claims: what
-- each unit's latest return of a kind states (`stated`), and figures. Basis `records`, where the
-- report has people: subjects and their classes, of the report's day; those cleaned by the claim's day; and of claims of the
-- report's own day those who have come so far in the five steps, and doses in records. Doses given are in none that are not
-- entered, so that these are not set against records. Basis `own_numbers`: a percentage against the numbers stated with it, done
-- of total; doses not entered against those given less those recorded; stock at the end against the rest of the return, summed
-- over the lots of a vaccine that say all of it. A percentage stands for ± half its last written place, a number for what its
-- qualifier allows. Verdicts are those of figure_claim.
with recordable as (
  -- What records tell of an indicator; `today` where they tell it of the report's own day alone.
  from (values
    ('lam_sach.doi_tuong', 'total', false), ('lam_sach.doi_tuong', 'done', false), ('lam_sach.doi_tuong', 'pct', false),
    ('lam_sach.doi_tuong', 'listed', true), ('lam_sach.doi_tuong', 'reviewed', true), ('lam_sach.doi_tuong', 'matched', true),
    ('lam_sach.doi_tuong', 'handed_back', true), ('lam_sach.doi_tuong', 'updated', true),
    ('lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd', 'value', false),
    ('lam_sach.nguoi_sai_thong_tin_co_ban', 'value', false),
    ('tiem_chung.mui_ghi_nhan_he_thong', 'done', true)
  ) as recordable (indicator, measure, today)
), figure_number as (
  select figure_id as claim, 'figure' as source, indicator, unit_code, as_of as day,
    quantity as measure, number as reported, low, high
  from figure_quantity
  semi join params using (edition)
  semi join unit_path using (unit_code)
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
  from stated
  union all by name
  from figure_number
  union all by name
  select * exclude (computed_pct, verdict) from figure_pct
), come_so_far as (
  -- Of the report's day: what else records tell, by indicator and measure.
  select unit_code,
    subjects as whole,
    persons as people,
    unnest([
      {indicator: 'lam_sach.doi_tuong', measure: 'listed', part: subjects - to_list},
      {indicator: 'lam_sach.doi_tuong', measure: 'reviewed', part: subjects - to_list - listed},
      {indicator: 'lam_sach.doi_tuong', measure: 'matched', part: subjects - to_list - listed - reviewed},
      {indicator: 'lam_sach.doi_tuong', measure: 'handed_back', part: subjects - to_list - listed - reviewed - matched},
      {indicator: 'lam_sach.doi_tuong', measure: 'updated', part: subjects - to_list - listed - reviewed - matched - handed_back},
      {indicator: 'lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd', measure: 'value', part: class_a + class_b},
      {indicator: 'lam_sach.nguoi_sai_thong_tin_co_ban', measure: 'value', part: class_c}
    ], recursive := true)
  from cleaning_progress
  where scope = 'all'
  union all by name
  select unit_code, 'tiem_chung.mui_ghi_nhan_he_thong' as indicator, 'done' as measure, doses_in_records as part from entry_backlog
), cleaned_by as (
  -- Of those cleaned by the claim's day the subjects of the report's day.
  select claim.claim, claim.indicator, claim.measure,
    coalesce(cleaned_to_date, if(subjects is null, null, 0)) as part,
    subjects as whole,
    persons as people
  from claim
  left join cleaning_progress on cleaning_progress.unit_code = claim.unit_code and scope = 'all'
  asof left join cleaning_daily as daily on daily.unit_code = claim.unit_code and daily.day <= claim.day
  where claim.indicator = 'lam_sach.doi_tuong' and claim.measure in ('total', 'done', 'pct')
), in_records as (
  select claim.*,
    coalesce(cleaned_by.part, come_so_far.part) as computed_part,
    coalesce(cleaned_by.whole, come_so_far.whole) as computed_whole,
    coalesce(cleaned_by.people, come_so_far.people) as computed_people
  from claim
  join recordable using (indicator, measure)
  cross join params
  left join cleaned_by using (claim, indicator, measure)
  left join come_so_far
    on come_so_far.unit_code = claim.unit_code and come_so_far.indicator = claim.indicator and come_so_far.measure = claim.measure
      and (claim.day = params.as_of or not today)
  where exists (from cleaning_progress)
), own_numbers as (
  select *, rest as computed_part, whole as computed_whole, null as computed_people
  from claim
  where source <> 'figure'
    and ((indicator, measure) in (('lam_sach.doi_tuong', 'pct'), ('tiem_chung.mui_chua_cap_nhat', 'value')) and source = 'progress_return'
      or measure = 'closing')
), compared as (
  select 'records' as basis, * from in_records
  union all
  select 'own_numbers', * from own_numbers
), computed as (
  select *,
    case measure
      when 'total' then computed_whole
      when 'pct' then round(cast(100 * computed_part as decimal(18, 0)) / nullif(computed_whole, 0), 2)
      else computed_part
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
  part as reported_part, whole as reported_whole,
  computed_part, computed_whole, computed_people
from computed
union all
select claim, source, unit_code, indicator, day, measure, 'own_numbers', reported, cast(computed_pct as decimal(18, 2)), verdict,
  null, null, null, null, null
from figure_pct
