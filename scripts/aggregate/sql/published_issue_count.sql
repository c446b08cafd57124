-- How many rows raised each issue. One row a file, code and column. Counts of rows of published figures, not of people.
select issue.input_file, issue.code, issue.column_name, issue_code.effect, issue_code.ministry_class,
  count(distinct issue.record) as records,
  issue_code.meaning_vi as message_vi, issue_code.meaning_en as message_en,
  issue_code.fix_vi, issue_code.fix_en
from issue
join issue_code using (code)
group by all
order by issue.input_file, issue.code, issue.column_name
