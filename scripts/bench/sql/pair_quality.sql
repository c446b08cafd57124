-- How many pairs of records of one person the cleaning step found, against the truth of the generator, one row a way of
-- joining. `certain`: rows of one exact key; `scored`: pairs of exact keys. `right_pairs` of `found_pairs` are one person's;
-- `true_pairs` is what there was to find.
with row_truth as (
  select exact_key, true_person
  from person_row
  join file_number on file_number = row_id // 4294967296
  join truth_record on truth_record.input_file = file_number.input_file and truth_record.record = row_id % 4294967296
), key_truth as (
  select exact_key, min(true_person) as true_person, count(*) as key_rows, count(distinct true_person) as people
  from row_truth
  group by exact_key
), true_pair as (
  select one.exact_key as first_key, other.exact_key as second_key
  from key_truth as one join key_truth as other using (true_person)
  where one.exact_key < other.exact_key
), found_pair as (
  select one.exact_key as first_key, other.exact_key as second_key
  from person_link as one join person_link as other using (person_id)
  where one.exact_key < other.exact_key
)
select 'certain' as way,
  count(*) filter (key_rows > 1) as found_pairs,
  count(*) filter (key_rows > 1 and people = 1) as right_pairs,
  count(*) filter (key_rows > 1) as true_pairs
from key_truth
union all
select 'scored',
  (select count(*) from found_pair),
  (select count(*) from found_pair join true_pair using (first_key, second_key)),
  (select count(*) from true_pair)
