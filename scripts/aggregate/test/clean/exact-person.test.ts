import { expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

test("of the rows of an exact key the one that says most stands for it, with how many there are", async () => {
  const { table, model } = await smallTables();
  const columns =
    "exact_key, row_id, row_rank, full_name, name_key, record_key, birth_date, birth_day, birth_year, birth_precision, sex, id_digits, id_form, id_written, id_tells, passport_number, phone, residence_kind, unit_code, key_basis";
  const told =
    "'hs', '26/4/84', date '1984-04-26', 1984, 'day', 'male', '97', '12', '9-7', true, 'C1', '09', 'current', '25195', 'id'";
  await table(
    "person_row",
    columns,
    `1, 10, 30, 'Lê Văn An', 'le van an', ${told}`,
    `1, 11, 20, 'Lê Bình', 'le binh', ${told}`,
    `1, 12, 25, 'Lê Cường', 'le cuong', ${told}`,
    `2, 20, 40, 'An', 'an', ${told}`,
  );
  await table("row_class", "row_id, ministry_class, wrong_bits", "10, 'b', 1", "11, 'a', 4", "99, 'a', 2");
  expect(await model("exact_person", "* replace (birth_day::varchar as birth_day)")).toEqual([
    "1 11 3 hs Lê Bình le binh binh 26/4/84 1984-04-26 1984 day male 97 12 9-7 true C1 09 current 25195 id a 5",
    "2 20 1 hs An an an 26/4/84 1984-04-26 1984 day male 97 12 9-7 true C1 09 current 25195 id ∅ ∅",
  ]);
});
