-- The returns on cleaning as units send them, one row a return: some late, missing, or restated at the next arrival; some
-- with a slip in arithmetic or in the percentage.
with drawn as (
  select tally.*,
    day_no,
    hash(tally.unit_code) // 4 + day_no as i,
    chance('return late', hash(tally.unit_code) // 4 + day_no) < return_late as is_late,
    chance('return missing', hash(tally.unit_code) // 4 + day_no) < return_missing as is_missing,
    chance('return restated', hash(tally.unit_code) // 4 + day_no) < return_restated as is_restated,
    chance('return slip', hash(tally.unit_code) // 4 + day_no) < return_slip as has_slip,
    chance('return pct', hash(tally.unit_code) // 4 + day_no) < return_pct_slip as has_pct_slip,
    params.as_of as last_day,
    params.edition
  from unit_tally as tally join return_day using (day), params
), sent as (
  select *, false as is_again,
    least(last_day, day + case when is_late then 5 + pick('days late', i, 5) else greatest(0, pick('days to return', i, 10) - 7) end) as received
  from drawn
  where not (is_missing and level = 'part')
  union all
  select *, true as is_again, least(last_day, day + 7) as received
  from drawn
  where is_restated and not is_missing and day < last_day
), counted as (
  select * replace (
      -- The first figure of a return that is restated was too low.
      case when is_restated and not is_again and day < last_day then subjects_cleaned * 97 // 100 else subjects_cleaned end as subjects_cleaned
    )
  from sent
)
select arrival_of(received) as arrival_no,
  unit_code,
  edition,
  day as as_of,
  subjects_total,
  subjects_cleaned,
  listed,
  reviewed,
  matched,
  handed_back,
  updated,
  doses_given,
  doses_recorded,
  doses_given - doses_recorded + case when has_slip then 10 + 10 * pick('slip', i, 9) else 0 end as doses_not_entered,
  case when subjects_total > 0 then
    replace(printf('%.1f', 100.0 * subjects_cleaned / subjects_total + case when has_pct_slip then 1 + pick('pct', i, 6) else 0 end), '.', ',')
  end as reported_pct,
  received as received_at,
  case when is_again then day end as supersedes
from counted
order by arrival_no, received, unit_code, day, is_again
