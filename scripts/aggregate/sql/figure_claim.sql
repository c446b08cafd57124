-- Reported against computed: the percentage a figure's source states, against the one its own numbers give.
-- One row an accepted figure. Denominator: the figure's own total. The reported percentage stands for ± half its last
-- written place (50 is 49.5 to 50.5); the computed one runs from lowest done ÷ highest total to highest ÷ lowest.
-- They agree where the two intervals meet. Where they do not, the explanation is the only hypothesis that fits.
with figure_id as (
  select distinct figure_id, input_file, record from figure_quantity
), written as (
  select accepted_figure.*,
    coalesce(figure_id.figure_id, as_of || '.' || unit_code || '.' || indicator) as figure_id,
    replace(reported_pct, ',', '.') as pct_text
  from accepted_figure
  left join figure_id using (input_file, record)
), claim as (
  select written.* exclude (reported_pct, pct_text),
    cast(pct_text as decimal(9, 4)) as reported_pct,
    case when pct_text is not null then length(split_part(pct_text, '.', 2)) end as reported_pct_decimals,
    round(100.0 * done.number / nullif(total.number, 0), 2) as computed_pct,
    100.0 * done.low / nullif(total.high, 0) as low,
    100.0 * done.high / nullif(total.low, 0) as high,
    100.0 * total.low / nullif(done.high, 0) as swapped_low,
    100.0 * total.high / nullif(done.low, 0) as swapped_high,
    done.low as done_low,
    done.high as done_high
  from written
  left join figure_quantity as done on done.figure_id = written.figure_id and done.quantity = 'done'
  left join figure_quantity as total on total.figure_id = written.figure_id and total.quantity = 'total'
), band as (
  select *,
    -- As decimals: in floating point 5.6 + 0.05 is less than 5.65, and a claim at the very end would differ.
    reported_pct - cast(0.5 * pow(10, -reported_pct_decimals) as decimal(9, 5)) as reported_low,
    reported_pct + cast(0.5 * pow(10, -reported_pct_decimals) as decimal(9, 5)) as reported_high,
    reported_pct % 10 = 0 as whole_tens,
    reported_pct % 1 = 0 and reported_pct_decimals > 0 as whole_number
  from claim
), verdict as (
  select *,
    case
      when reported_pct is null then 'not_reported'
      when computed_pct is null then 'not_computable'
      when low <= reported_high and high >= reported_low then 'agrees'
      else 'differs'
    end as verdict
  from band
), other_total as (
  -- Another published whole or count of the same unit and measure, of any day, by which the claim would be right.
  select distinct verdict.figure_id
  from verdict
  join figure_quantity as other
    on other.unit_code = verdict.unit_code and other.edition = verdict.edition and other.measure_unit = verdict.measure_unit
    and other.quantity in ('total', 'value') and other.number is distinct from verdict.total
  where verdict.verdict = 'differs'
    and 100.0 * done_low / nullif(other.high, 0) <= reported_high
    and 100.0 * done_high / nullif(other.low, 0) >= reported_low
), hypothesis as (
  select verdict.*,
    list_filter([
      case when (whole_tens and low <= reported_pct + 5 and high >= reported_pct - 5)
        or (whole_number and low <= reported_pct + 0.5 and high >= reported_pct - 0.5) then 'rounding' end,
      case when whole_tens and low < reported_pct + 10 and high >= reported_pct then 'truncation_to_tens' end,
      case when list_bool_or(list_transform(
        [0.001, 0.01, 0.1, 10, 100, 1000],
        lambda slip: low <= reported_high * slip and high >= reported_low * slip
      )) then 'slipped_unit' end,
      case when swapped_low <= reported_high and swapped_high >= reported_low then 'swapped_numbers' end,
      case when figure_id in (select figure_id from other_total) then 'another_denominator' end
    ], lambda one: one is not null) as hypotheses
  from verdict
)
select * exclude (swapped_low, swapped_high, done_low, done_high, reported_low, reported_high, whole_tens, whole_number, hypotheses, low, high),
  round(low, 2) as computed_pct_low,
  round(high, 2) as computed_pct_high,
  case when verdict in ('agrees', 'differs') then round(computed_pct - reported_pct, 2) end as pct_gap,
  case when verdict = 'differs' then case when len(hypotheses) = 1 then hypotheses[1] else 'unexplained' end end as explanation
from hypothesis
