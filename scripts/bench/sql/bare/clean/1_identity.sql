-- Who is surely one person: rows of one passport, one number, or one name, birth date, sex and commune.
-- Numbers that cannot tell one person: of three names, or of two people who agree neither in name nor in birth date.
create table shared_id as
with bearer as (
  select distinct person_key, coalesce(name_key, accentless(full_name)) as name_key, birth_day
  from row semi join (from shared_key where several_names) using (person_key) anti join left_out using (row_id)
  where id_usable
), counted as (
  select person_key, count(distinct name_key) as names from bearer group by person_key
), contradicted as (
  select distinct person_key
  from bearer as one join bearer as other using (person_key) semi join (from counted where names < 3) using (person_key)
  where one.birth_day < other.birth_day
    and split_part(one.name_key, ' ', -1) <> split_part(other.name_key, ' ', -1)
    -- More than a slip or two; a slip is two changes of one letter at most, which are counted in an eighth of the time.
    and (levenshtein(one.name_key, other.name_key) > 6
      or damerau_levenshtein(one.name_key, other.name_key) > 3
      or damerau_levenshtein(split_part(one.name_key, ' ', -1), split_part(other.name_key, ' ', -1)) > 2)
)
select person_key from counted where names >= 3 or person_key in (from contradicted);
-- Accepted rows by their exact key, one row a row; `row_rank` orders them by how much they say.
create table keyed as
with told as (
  select row.*, id_usable and shared_id.person_key is null as id_tells
  from row left join shared_id using (person_key) anti join left_out using (row_id)
), based as (
  select *,
    case
      when id_tells then 'id'::key_basis
      when passport is not null then 'passport'
      when full_name is null or born_from is null or sex is null then 'row'
      else 'name'
    end as basis
  from told
)
select row_id,
  basis,
  record_key is not null as key_sent,
  hash(record_key) as record_hash,
  cast(if(permanent, 0, 8) + if(birth_day is not null, 0, 4) + if(phone is not null, 0, 2) + if(is_person, 0, 1) as ubigint) << 60
    | cast(row_id as ubigint) as row_rank,
  cast(faults & 4095 as smallint) as classes,
  case basis
    when 'id' then person_key
    when 'passport' then hash('pp', upper(passport))
    when 'row' then hash('row', row_id)
    else case
      when birth_day is not null then hash('nb', coalesce(name_key, accentless(full_name)), birth_day, sex, unit)
      else hash('ny', coalesce(name_key, accentless(full_name)), birth_text, sex, unit, coalesce(phone, ''))
    end
  end as exact_key
from based;
-- Accents tell twins apart of whom all else is one: Tâm and Tám.
update keyed set exact_key = hash('nt', keyed.exact_key, twin.spelling)
from (
  with named as (
    select keyed.row_id, exact_key, full_name from keyed join row using (row_id) where basis = 'name'
  ), spelt as (
    select row_id, exact_key, tone_placed(full_name) as spelling, accentless(full_name) as name_key
    from named
    semi join (select exact_key from named group by exact_key having min(lower(full_name)) <> max(lower(full_name))) using (exact_key)
  )
  from spelt
  semi join (
    select exact_key from spelt where spelling <> name_key group by exact_key having min(spelling) <> max(spelling)
  ) using (exact_key)
) as twin
where twin.row_id = keyed.row_id;
-- One row an exact key: what the fullest of its rows says, and all that is wrong in any.
create table exact_person as
with chosen as (
  select exact_key, min(row_rank) as row_rank, count(*) as row_count, bit_or(classes) as classes, any_value(basis) as basis
  from keyed
  group by exact_key
), told as (
  select exact_key, cast(row_rank & ((1::ubigint << 60) - 1) as bigint) as row_id, row_count, classes, basis from chosen
), named as (
  select told.*, row.* exclude (row_id, name_key), coalesce(name_key, accentless(full_name)) as name_key
  from told join row using (row_id)
)
select exact_key,
  row_id,
  row_count,
  classes,
  basis,
  record_key,
  named.full_name,
  name_key,
  hash(name_key) as name_hash,
  hash(split_part(name_key, ' ', -1)) as given_hash,
  birth_day,
  cast(year(born_from) as smallint) as birth_year,
  sex,
  id_digits,
  id_form,
  passport,
  phone,
  permanent,
  named.unit,
  place.parent as district,
  place.province
from named left join unit as place on place.unit = named.unit;
