-- Proposals about who is who that nobody has decided, one row a proposal, likeliest first, each record in words where it is
-- the one that stands for its person.
with told as (
  select record_key,
    concat_ws(', ', full_name, birth_date, case sex when 'male' then 'nam' when 'female' then 'nữ' end,
      coalesce(id_written, id_digits), phone, unit.name_vi) as words
  from person
  left join (select unit_code, name_vi from unit, params where unit.edition = params.edition) as unit using (unit_code)
)
select proposal_key,
  proposal_kind,
  evidence,
  concat_ws(': ', first_record, first_told.words) as first_record,
  concat_ws(': ', second_record, second_told.words) as second_record,
  cast(score as varchar) as score
from proposal
left join told as first_told on first_told.record_key = first_record
left join told as second_told on second_told.record_key = second_record
order by proposal.score desc nulls last, proposal_kind, proposal_key
