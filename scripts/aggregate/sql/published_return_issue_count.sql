-- How many rows of returns raise each issue, one row a unit, scope, kind of rows and code. Nothing is hidden: rows of returns are
-- told of, not people, and of what stands in them only that a rule was broken.
select unit_code,
  scope,
  kind,
  code,
  effect,
  records
from return_issue_count
join issue_code using (code)
order by unit_code, scope, kind, code
