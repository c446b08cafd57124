-- What became of the accepted rows about people and of their doses, one row a kind of thing and its outcome; each kind's
-- outcomes add up to `things_in`. Rows are kept or merged into another row of the same person; doses are kept or are another
-- dose written twice.
with outcome as (
  select 'person_row' as kind, 'kept' as outcome, count(*) as things from person
  union all
  select 'person_row', 'merged_exact_key', (select count(*) from person_row) - (select count(*) from exact_person)
  union all
  select 'person_row', 'merged_linked', (select count(*) from exact_person) - (select count(*) from person)
  union all
  select 'dose', 'kept', count(*) from dose_given
  union all
  select 'dose', 'merged_' || basis, count(*) from dose_merged group by basis
), things_in as (
  select 'person_row' as kind, count(*) as things_in from person_row
  union all
  select 'dose', count(*) from dose_in
)
select kind, outcome, things, things_in from outcome join things_in using (kind)
