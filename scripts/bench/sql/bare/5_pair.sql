-- clean: people alike by name and birth date in a commune, or by phone and birth date, compared letter by letter; one row a pair.
create table pair as
with alike as (
  select a.person_id as first, b.person_id as second, a.fullest.name_key as one, b.fullest.name_key as other
  from person as a
  join person as b on a.fullest.birth_day = b.fullest.birth_day and a.fullest.commune = b.fullest.commune and a.person_id < b.person_id
  union
  select a.person_id, b.person_id, a.fullest.name_key, b.fullest.name_key
  from person as a
  join person as b on a.fullest.birth_day = b.fullest.birth_day and a.fullest.phone = b.fullest.phone and a.person_id < b.person_id
)
select first, second, damerau_levenshtein(one, other) as slips from alike;
