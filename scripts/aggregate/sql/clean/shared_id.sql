-- Identity numbers that cannot tell one person: those at three or more different names, accents aside, and those of two
-- rows that agree neither in name nor in birth date. One row a number.
with bearer as (
  select distinct id_digits, accentless(full_name) as name_key, birth_day
  from bare_identity semi join several_named using (person_key) anti join row_outcome using (input_file, record)
  where id_form in ('12', '9')
), counted as (
  select id_digits, count(distinct name_key) as names from bearer group by id_digits
), contradicted as (
  -- Three names are enough by themselves.
  select distinct id_digits
  from bearer as one
  join bearer as other using (id_digits)
  semi join (select id_digits from counted where names < 3) using (id_digits)
  where one.birth_day < other.birth_day
    and split_part(one.name_key, ' ', -1) <> split_part(other.name_key, ' ', -1)
    -- More than a slip or two: Nga is not Xuân, though three letters make one of the other.
    and (
      -- A slip is two changes of one letter at most, which are counted in an eighth of the time.
      levenshtein(one.name_key, other.name_key) > 6
      or damerau_levenshtein(one.name_key, other.name_key) > 3
      or damerau_levenshtein(split_part(one.name_key, ' ', -1), split_part(other.name_key, ' ', -1)) > 2
    )
)
select id_digits, names
from counted
where names >= 3 or id_digits in (from contradicted)
