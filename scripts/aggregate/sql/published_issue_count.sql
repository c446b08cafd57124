-- How many rows raised each issue. One row a file of figures or returns, code and column. Files of people stay private.
select issue.input_file, issue.code, issue.column_name, issue_code.effect, issue_code.ministry_class,
  count(distinct issue.record) as records,
  issue_code.meaning_vi as message_vi, issue_code.meaning_en as message_en,
  issue_code.fix_vi, issue_code.fix_en
from issue
join issue_code using (code)
join row_account using (input_file)
where not person_level
group by all
order by issue.input_file, issue.code, issue.column_name
