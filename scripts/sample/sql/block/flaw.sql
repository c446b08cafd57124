-- What is wrong in the main record of each person known by the last arrival, one row a person: the Ministry's class (a no
-- number, b bad format, c wrong data, none), and how each part is written. Unchecked people have right data.
with known as (
  select person, min(arrival_no) as arrival_no
  from dose
  where arrival_no is not null
  group by person
), drawn as (
  select person, arrival_no, commune_no, is_foreigner, birth_year, birth_date, shows_id_9, likeness,
    missing_or_bad_id,
    wrong,
    unchecked,
    chance('class', person) as u_class,
    chance('match', person) as u_match,
    chance('flaw', person) as u_flaw
  from person join known using (person) join identity using (person) join commune using (commune_no)
), classed as (
  select drawn.*,
    case
      when is_foreigner then 'none'
      when u_class < missing_or_bad_id then case when u_flaw < class_a_blank + class_a_placeholder then 'a' else 'b' end
      when u_match < wrong then 'c'
      else 'none'
    end as class
  from drawn, params
), fielded as (
  select classed.*,
    class = 'none' and not is_foreigner and u_match < wrong + unchecked as is_unchecked,
    case when class = 'c' then
      case
        when u_flaw < wrong_id then case when shows_id_9 then 'name' else 'id' end
        when u_flaw < wrong_id + wrong_name then 'name'
        when u_flaw < wrong_id + wrong_name + wrong_birth then 'birth'
        when u_flaw < wrong_id + wrong_name + wrong_birth + wrong_sex then 'sex'
        else 'name and birth'
      end
    end as wrong_part
  from classed, params
)
select person,
  arrival_no,
  commune_no,
  class,
  is_unchecked,
  likeness,
  case when class = 'none' then '' else
    case
      when class in ('a', 'b') or wrong_part = 'id' then 'id_number'
      when wrong_part = 'name' then 'full_name'
      when wrong_part = 'birth' then 'birth_date'
      when wrong_part = 'sex' then 'sex'
      else 'full_name birth_date'
    end
  end as wrong_fields,
  case
    when class = 'a' then case when u_flaw < class_a_blank then 'missing' else 'placeholder' end
    when class = 'b' then case when u_flaw < class_a_blank + class_a_placeholder + class_b_scientific then 'scientific' else 'malformed' end
    when is_foreigner then 'missing'
    when wrong_part = 'id' then case when chance('station', person) < station_id then 'station' else 'typo' end
    when chance('id style', person) < id_spaced then 'spaced'
    when chance('id style', person) < id_spaced + id_dotted then 'dotted'
    when chance('id style', person) < id_spaced + id_dotted + id_apostrophe then 'apostrophe'
    when chance('id style', person) < id_spaced + id_dotted + id_apostrophe + id_decimal then 'decimal'
    else 'plain'
  end as id_form,
  case when wrong_part in ('name', 'name and birth') then
      ['misspelt', 'misspelt', 'misspelt', 'unaccented', 'unaccented', 'shortened'][1 + pick('name form', person, 6)]
    else 'plain'
  end as name_form,
  case
    when wrong_part in ('birth', 'name and birth') then
      case
        when pick('birth form', person, 10) < 4 then 'year_off'
        when pick('birth form', person, 10) < 7 and day(birth_date) <= 12 and day(birth_date) <> month(birth_date) then 'swapped'
        else 'day_off'
      end
    when birth_year < 1962 and chance('year only', person) < year_only then 'year_only'
    else 'plain'
  end as birth_form,
  coalesce(wrong_part = 'sex', false) as is_other_sex,
  shows_id_9,
  chance('alone', person) < dose_alone as is_alone,
  is_foreigner
from fielded, params
