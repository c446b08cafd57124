-- Rows of one name, birth date, sex and commune that are of several people all the same, since accents tell them apart: Tâm and
-- Tám are twins. One row a row, with the exact key that it has instead. A name written without accents tells nobody apart.
with named as (
  select row_id, exact_key, full_name, name_key from person_row where key_basis = 'name'
), spelt_twice as (
  -- Most names are written in one way: only the others are worth reading letter by letter.
  select exact_key from named group by exact_key having min(lower(full_name)) <> max(lower(full_name))
), spelt as (
  select row_id, exact_key, name_key, tone_placed(full_name) as spelling from named semi join spelt_twice using (exact_key)
), twin as (
  select exact_key
  from spelt
  where spelling <> name_key
  group by exact_key
  having min(spelling) <> max(spelling)
)
select row_id, hash('nt', exact_key, spelling) as exact_key
from spelt semi join twin using (exact_key)
