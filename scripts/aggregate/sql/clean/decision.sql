-- What was decided of proposals, one row a proposal: its latest decision up to the report's day.
select proposal_key,
  arg_max(decision, {decided_on: coalesce(decided_on, date '1900-01-01'), input_file: input_file, record: record}) as decision
from accepted_review_decision, params
where decision is not null and (decided_on is null or decided_on <= params.as_of)
group by proposal_key
