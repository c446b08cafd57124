-- Rows about people as they are stored, one row a person_record or dose_record row of `read_row`: with what is derived of a
-- row once, when it is read. `birth_day` is null unless the day is known; then `birth_period` is the first day of the month or
-- year that is. `id_cleaned` is the identity number without its marks, where it has any; `id_born` are its three digits for
-- birth: the century since 1900 doubled, plus 1 for a woman, and the year in it. `name_key` is the name without accents.
-- `person_key` is the same for rows of the same identity number, or of the same name and birth date where there is no usable
-- number. No join and no subquery: rows are numbered by the order in which they are stored.
with dated as (
  select *,
    case
      when birth_date like '__/__/____' then day_written(birth_date)
      when birth_date like '____-__-__' then try_cast(birth_date as date)
      when regexp_full_match(birth_date, '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}')
        then cast(try_strptime(replace(replace(birth_date, '.', '/'), '-', '/'), '%d/%m/%Y') as date)
    end as birth_day,
    case when length(birth_date) <= 7 then
      case
        when regexp_full_match(birth_date, '[0-9]{4}') then try_cast(birth_date || '-01-01' as date)
        when regexp_full_match(birth_date, '[0-9]{1,2}[/.-][0-9]{4}')
          then try_cast(right(birth_date, 4) || '-' || lpad(left(birth_date, length(birth_date) - 5), 2, '0') || '-01' as date)
      end
    end as birth_period,
    -- A number that Excel took for a decimal keeps its digits before ".0".
    case when id_number glob '*[!0-9]*'
      then translate(ltrim(regexp_replace(id_number, '^([0-9]+)[.]0$', '\1'), '''’‘`'), ' .-' || chr(160), '')
    end as id_cleaned
  from read_row
), shaped as (
  select *,
    coalesce(birth_day, birth_period) as born_from,
    coalesce(id_cleaned, id_number) as id_digits,
    id_cleaned is null or regexp_full_match(id_cleaned, '[0-9]+') as id_is_digits
  from dated
), padded as (
  select *,
    length(id_digits) as id_length,
    -- Of 12 digits, or of 10 and 11 that lack their zeros.
    case when id_is_digits and (length(id_digits) = 12 or length(id_digits) in (10, 11) and id_digits not like '0%')
      then cast(id_digits as bigint)
    end as id_12
  from shaped
), decoded as (
  select *,
    id_province_listed(id_12 // 1000000000) as id_province_known,
    cast(id_12 // 1000000 % 1000 as smallint) as id_born
  from padded
), formed as (
  select *,
    case
      when id_number is null then 'missing'
      when not id_is_digits then
        case
          when regexp_full_match(id_number, '[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+') then 'scientific'
          when translate(lower(strip_accents(id_digits)), 'đð', 'dd')
            in ('', 'khong', 'khongco', 'chuaco', 'chua', 'ko', 'koco', 'k', 'x', 'na', 'n/a', 'null', 'none') then 'placeholder'
          when regexp_full_match(id_digits, '[A-Za-z]{1,2}[0-9]{6,8}') then 'passport'
          else 'other'
        end
      when id_digits in ('123456789012', '012345678901', '123456789', '1234567890', '0123456789', '0', '00') then 'placeholder'
      -- One digit over and over; the look at the first three of 12 spares most rows the rest.
      when (id_length <> 12 or id_12 // 1000000000 % 111 = 0)
        and replace(id_digits, id_digits[1], '') = '' and (id_length >= 8 or id_digits[1] = '0') then 'placeholder'
      when id_length = 12 then '12'
      when id_length = 9 then '9'
      when id_length = 8 then '8'
      when id_length in (10, 11) and id_province_known
        and 1900 + 100 * (id_born // 200) + id_born % 100 = year(born_from)
        and case id_born // 100 % 2 when 0 then 'male' when 1 then 'female' end = sex then 'padded'
      else 'other'
    end as id_form
  from decoded
)
select * exclude (born_from, id_digits, id_is_digits, id_length, id_12)
  replace (
    case when id_form = '12' then id_province_known end as id_province_known,
    case when id_form = '12' then id_born end as id_born
  ),
  case
    when id_form in ('12', '9') then hash(id_digits)
    -- Few rows need their name for it.
    when full_name is not null and born_from is not null then hash(
      accentless(full_name),
      born_from,
      case when birth_day is not null then 'day' when length(birth_date) = 4 then 'year' else 'month' end)
  end as person_key,
  accentless(full_name) as name_key
from formed
