-- Who a row is about and where they live, one row a person_record or dose_record row: `bare_identity` with the unit of
-- residence.
select bare_identity.*, unit_code, unit_status, unit_candidates
from bare_identity
-- Every residence is in `placed`; the join is outer so that it need not be made to count rows.
left join placed using (place_key)
