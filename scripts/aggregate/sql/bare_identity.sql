-- Who a row is about, one row a person_record or dose_record row: the person's columns as written, and what is derived of
-- them. `birth_day` is null unless the day is known; `born_from` and `born_to` are the first and last day that the birth
-- date allows. `person_key` is the same for rows of the same identity number, or of the same name and birth date where
-- there is no usable number. The dose columns of dose_record pass through to `dose`, which saves a join of all rows.
-- What takes time was derived when the row was read: see read_person. The unit of residence, which few rules ask for, comes
-- with `identity`.
with person as (
  select *,
    coalesce(birth_day, birth_period) as born_from,
    coalesce(id_cleaned, id_number) as id_digits,
    case
      when birth_day is not null then 'day'
      when birth_period is null then null
      when length(birth_date) = 4 then 'year'
      else 'month'
    end as birth_precision
  from stored_person
)
select input_file,
  record,
  line,
  kind,
  full_name,
  -- Of person records it was worked out when they were read; of the many dose records only few rules ask for it.
  coalesce(name_key, accentless(full_name)) as name_key,
  birth_date,
  birth_day,
  birth_precision,
  cast(year(born_from) as integer) as birth_year,
  born_from,
  case birth_precision
    when 'day' then birth_day
    when 'year' then cast(birth_period + interval 1 year - interval 1 day as date)
    when 'month' then last_day(birth_period)
  end as born_to,
  sex,
  id_number,
  id_digits,
  id_form,
  case when id_form = 'padded' then lpad(id_digits, 12, '0') end as id_proposed,
  id_province_known,
  1900 + 100 * (id_born // 200) + id_born % 100 as id_year,
  case id_born // 100 % 2 when 0 then 'male' when 1 then 'female' end as id_sex,
  passport_number,
  phone,
  record_key,
  person_key,
  residence_kind,
  hash(province, province_code, district, district_code, commune, commune_code) as place_key,
  dose_number,
  vaccine,
  dose_date,
  lot,
  facility,
  dose_kind,
  entered_on
from person
