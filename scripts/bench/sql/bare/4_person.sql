-- clean: everybody once, by passport, number, or name, birth date, sex and commune; the fullest row stands. One row a person.
create table person as
select
  case
    when passport is not null then hash('p', passport)
    when faults & 7 = 0 then hash('i', id)
    else hash('n', name_key, birth, sex, commune)
  end as person_id,
  arg_min({record_key: record_key, name_key: name_key, birth_day: birth_day, birth_year: birth_year, sex: sex, commune: commune, phone: phone}, rank) as fullest,
  min(faults) as faults,
  count(*) as rows
from row
group by person_id;
create table person_key as
select record_key, any_value(case
    when passport is not null then hash('p', passport)
    when faults & 7 = 0 then hash('i', id)
    else hash('n', name_key, birth, sex, commune)
  end) as person_id
from row
group by record_key;
