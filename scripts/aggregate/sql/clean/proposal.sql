-- What a person should decide, with its evidence, one row a proposal that nobody has decided: pairs that may be one person
-- (score from `review_score` up to `merge_score`), numbers that lost zeros, numbers of several people, numbers that only
-- fill the cell. Nothing here is applied until it is decided.
with pair as (
  select 'same_person' as proposal_kind,
    least(first_record, second_record) as first_record,
    greatest(first_record, second_record) as second_record,
    'họ tên ' || name_score || ', ngày sinh ' || birth_score || ', giới tính ' || sex_score || ', số định danh ' || id_score
      || ', điện thoại ' || phone_score || ', nơi ở ' || place_score || ', mũi tiêm ' || dose_score as evidence,
    score
  from duplicate_pair, params
  where score >= params.review_score and score < params.merge_score and not id_changed
), numbered as (
  select 'id_padded' as proposal_kind, record_key as first_record, cast(null as varchar) as second_record,
    id_digits || ' → ' || id_proposed as evidence, cast(null as integer) as score
  from person_row
  where id_form = 'padded'
  union all
  select 'id_shared', record_key, null, id_digits || ': ' || names || ' họ tên', null
  from person_row join shared_id using (id_digits)
  where not id_tells
  union all
  select 'id_placeholder', record_key, null, id_digits, null from person_row where id_form = 'placeholder'
), proposed as (
  select distinct proposal_kind || ':' || left(md5(first_record || coalesce('|' || second_record, '')), 16) as proposal_key, *
  from (from pair union all by name from numbered)
)
select * from proposed anti join decision using (proposal_key)
