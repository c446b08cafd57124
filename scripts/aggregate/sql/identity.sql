-- Who a row is about and where they live, one row a person_record or dose_record row: `bare_identity` with the unit of
-- residence.
select bare_identity.*,
  coalesce(coded_unit, matched_unit) as unit_code,
  case
    when coded_unit is not null then 'code'
    when matched_unit is not null then 'matched'
    else unplaced
  end as unit_status,
  case when coded_unit is null and matched_unit is null then candidates end as unit_candidates
from bare_identity
-- Every residence is in `placed`; the join is outer so that it need not be made to count rows.
left join placed using (place_key)
