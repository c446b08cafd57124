-- DATE.AFTER_REPORT: the decision is of a day after the report's. One row an offending decision.
select input_file, record, 'decided_on' as column_name,
  cast(review.decided_on as varchar) as original_value,
  'đến ngày ' || strftime(params.as_of, '%d/%m/%Y') as expected_vi,
  'up to ' || cast(params.as_of as varchar) as expected_en
from checked_review_decision as review, params
where review.decided_on > params.as_of
