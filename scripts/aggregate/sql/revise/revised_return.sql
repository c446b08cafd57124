-- Numbers of returns that a return which came in since the release before states otherwise, one row a restated number that had
-- been stated by then. Only what `published_restatement` tells.
with stated_before as (
  select snapshot.kind, unit_code, item, day
  from snapshot anti join arrived_file using (input_file)
), restated_since as (
  select snapshot.kind, unit_code, item, day, received
  from snapshot semi join arrived_file using (input_file)
)
select 'restatement',
  restated.unit_code,
  return_as_of,
  concat_ws(' · ', restated.kind, restated.item, version),
  'value',
  value_before,
  value
from published_restatement as restated
semi join stated_before as stated
  on stated.kind = restated.kind and stated.unit_code = restated.unit_code and stated.item = restated.item and stated.day = return_as_of
semi join restated_since as since
  on since.kind = restated.kind and since.unit_code = restated.unit_code and since.item = restated.item and since.day = return_as_of
  and since.received = version
where value_before is not null and value is not null
