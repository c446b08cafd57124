-- reference: what both refer to, loaded before either is timed.
set timezone = 'UTC';
-- Made into joins, short lists are looked up for every row, and rows lose their order.
set disabled_optimizers = 'in_clause';
create type sex as enum ('male', 'female', 'unknown');
create type vaccine as enum (
  'astrazeneca', 'pfizer', 'moderna', 'vero_cell', 'sputnik_v', 'abdala', 'janssen', 'hayat_vax', 'covaxin'
);
create type dose_kind as enum ('primary', 'additional', 'booster_1', 'booster_2');
create type key_basis as enum ('id', 'passport', 'name', 'row');
create type id_form as enum ('missing', 'placeholder', 'scientific', 'passport', 'other', '8', 'padded', '12', '9');
create table params as select date '{as_of}' as as_of, '{root}' as root;
-- A unit is a small number in every table of many rows.
create table unit as
with listed as (
  select cast(row_number() over (order by code) as smallint) as unit, * from read_csv('{unit_file}', all_varchar = true)
), above as (
  select listed.*, parent.unit as parent, parent.level as parent_level, parent.parent_code as grandparent_code
  from listed left join listed as parent on parent.code = listed.parent_code
)
select above.unit,
  above.code,
  above.level,
  above.full_name,
  above.parent,
  case when above.level = 'province' then above.unit when above.parent_level = 'province' then above.parent else grandparent.unit end as province
from above left join above as grandparent on grandparent.code = above.grandparent_code;
-- Where what is counted in a unit is counted: in itself and above, and by itself where there are units below it.
create table scope as
with recursive below as (
  select unit from unit, params where code = root
  union all
  select unit.unit from unit join below on unit.parent = below.unit
), path as (
  select unit, unit as counted from below
  union all
  select path.unit, unit.parent from path join unit on unit.unit = path.counted semi join below on below.unit = unit.parent
)
select unit, counted, 'all' as scope from path
union all
select unit, unit, 'at_this_level' from below join unit using (unit) where level <> 'commune';
create table vaccine_name as
select unnest(names) as name, cast(vaccine as vaccine) as vaccine
from (values
  (['astrazeneca', 'astra zeneca', 'azd1222', 'vaxzevria', 'covishield', 'covid-19 vaccine astrazeneca', 'az'], 'astrazeneca'),
  (['pfizer', 'comirnaty', 'bnt162b2', 'pfizer-biontech', 'pfizer biontech', 'comirnaty (pfizer)'], 'pfizer'),
  (['moderna', 'spikevax', 'mrna-1273', 'spikevax (moderna)'], 'moderna'),
  (['vero cell', 'verocell', 'sinopharm', 'bbibp-corv', 'vero cell (sinopharm)', 'vero_cell'], 'vero_cell'),
  (['sputnik v', 'sputnik', 'gam-covid-vac', 'sputnikv', 'sputnik_v'], 'sputnik_v'),
  (['abdala', 'cigb-66'], 'abdala'),
  (['janssen', 'johnson & johnson', 'johnson and johnson', 'j&j'], 'janssen'),
  (['hayat-vax', 'hayat vax', 'hayatvax', 'hayat_vax'], 'hayat_vax'),
  (['covaxin', 'bbv152'], 'covaxin')
) as listed (names, vaccine);
create table dose_rule as
select cast(dose_kind as dose_kind) as dose_kind,
  cast(vaccine as vaccine) as vaccine,
  cast(valid_from as date) as valid_from,
  coalesce(cast(valid_to as date), date '9999-12-31') as valid_to,
  cast(min_age as integer) as min_age,
  cast(max_age as integer) as max_age,
  cast(doses as integer) as doses,
  cast(min_interval_days as integer) as days,
  cast(min_interval_months as integer) as months
from read_csv('{reference}/dose_rules.csv', all_varchar = true, header = true);
create table age_rule as
select cast(vaccine as vaccine) as vaccine, cast(null as dose_kind) as dose_kind, cast(valid_from as date) as valid_from,
  coalesce(cast(valid_to as date), date '9999-12-31') as valid_to, cast(min_age as integer) as min_age
from read_csv('{reference}/vaccine_ages.csv', all_varchar = true, header = true)
union all
select null, dose_kind, valid_from, valid_to, min_age from dose_rule where min_age is not null;
create table indicator as from read_csv('{reference}/indicators.csv', all_varchar = true, header = true);
-- Days from a return's day to its deadline.
set variable deadline_days = (
  select cast(deadline_days as integer)
  from read_csv('{reference}/return_deadlines.csv', all_varchar = true, header = true)
  where row_kind = 'progress_return'
);
-- The first three digits that a number of 12 may have: a province, a country, or 9 and a province in synthetic data.
set variable id_provinces = (
  with code as (
    select unnest([cast(code as integer), 900 + cast(code as integer)]) as code from unit where level = 'province'
    union all
    select unnest(range(cast(code_from as integer), cast(code_to as integer) + 1))
    from read_csv('{reference}/country_codes.csv', all_varchar = true, header = true)
  )
  select bitstring_agg(code, 0, 999) from code
);
create macro accentless(name) as replace(replace(lower(strip_accents(name)), 'đ', 'd'), 'ð', 'd');
create macro day_written(text) as
  case
    when text like '__/__/____' then cast(try_strptime(text, '%d/%m/%Y') as date)
    when text like '____-__-__' then try_cast(text as date)
    when regexp_full_match(text, '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}')
      then cast(try_strptime(translate(text, '.-', '//'), '%d/%m/%Y') as date)
  end;
create macro number_written(text) as
  case
    when regexp_full_match(text, '-?[0-9]{1,15}') then cast(text as bigint)
    when regexp_full_match(text, '-?[1-9][0-9]{0,2}(([.][0-9]{3}){2,4}|(,[0-9]{3}){2,4})')
      then cast(regexp_replace(text, '[.,]', '', 'g') as bigint)
  end;
-- A name that people type to try a form, or one letter over and over.
create macro is_test_name(key) as
  regexp_matches(key, '(^| )(test|abc|abcd|xyz|asdf|qwe|qwerty|demo)( |$)|^(nguyen|tran|le) (van|thi) [a-c]$|^(thu nghiem|khong ten|chua ro ten)$')
  or (key not like '% %' and length(key) > 1 and replace(key, key[1], '') = '');
create macro tone_placed(name) as
  replace(replace(replace(replace(replace(
  replace(replace(replace(replace(replace(
  replace(replace(replace(replace(replace(lower(name),
    'oà', 'òa'), 'oá', 'óa'), 'oả', 'ỏa'), 'oã', 'õa'), 'oạ', 'ọa'),
    'oè', 'òe'), 'oé', 'óe'), 'oẻ', 'ỏe'), 'oẽ', 'õe'), 'oẹ', 'ọe'),
    'uỳ', 'ùy'), 'uý', 'úy'), 'uỷ', 'ủy'), 'uỹ', 'ũy'), 'uỵ', 'ụy');
-- What a bit of `faults` is: the Ministry's classes are bits 0 to 11, what makes a row or dose unusable 12 to 27.
create table rule as
select unnest([
  'ID.MISSING', 'ID.PLACEHOLDER', 'ID.FORMAT', 'ID.SCIENTIFIC', 'ID.YEAR', 'ID.SEX', 'NAME.MISSING', 'BIRTH.MISSING',
  'BIRTH.INVALID', 'BIRTH.FUTURE', 'BIRTH.AGE', 'SEX.UNKNOWN',
  'NAME_AND_BIRTH.MISSING', 'UNIT.UNKNOWN', 'UNIT.MISSING', 'UNIT.AMBIGUOUS', 'VALUE.LENGTH', 'VALUE.ENUM', 'VALUE.MISSING',
  'VACCINE.UNKNOWN', 'DATE.MISSING', 'DATE.INVALID', 'DATE.BEFORE_BIRTH', 'DATE.AFTER_REPORT', 'DATE.BEFORE_FIRST', 'VALUE.TYPE',
  'VALUE.RANGE', 'NUMBER.AMBIGUOUS',
  'ID.MILITARY', 'ID.PADDED', 'ID.PROVINCE', 'NAME.CHARS', 'NAME.TEST', 'BIRTH.PRECISION', 'UNIT.MATCHED', 'LATE.ENTRY',
  'DOSE.TOO_YOUNG', 'LOT.FORMAT', 'NAME.NFD',
  'DUPLICATE.LINE', 'DUPLICATE.PERSON', 'DUPLICATE.DOSE', 'ID.SHARED', 'DOSE.GAP', 'DOSE.ORDER', 'DOSE.TOO_SOON', 'DOSE.COUNT',
  'VACCINE.MIX'
]) as code, unnest(range(48)) as bit;
set variable unusable = (1::bigint << 28) - (1 << 12);
