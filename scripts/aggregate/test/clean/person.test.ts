import { beforeAll, expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
});

interface Row {
  key: number;
  person?: number;
  basis?: string;
  form?: string;
  tells?: boolean;
  phone?: string;
  residence?: string;
  unit?: string;
  /** Its class and what is wrong. */
  wrong?: string;
}

const columns =
  "row_id, exact_key, row_count, key_basis, id_form, id_tells, phone, residence_kind, unit_code, record_key, full_name, name_key, given_key, birth_date, birth_day, birth_year, birth_precision, sex, id_digits, id_written, passport_number, ministry_class, wrong_bits";

/** People by their exact keys, of as many rows as the key says, and whom they are linked to; a row's number is ten times its key. */
const people = async (...rows: Row[]) => {
  await small.table("exact_person", columns, ...rows.map(exactRow));
  const linked = rows.filter(({ person }) => person !== undefined).map(({ key, person }) => `${key}, ${person}`);
  await small.table("person_link", "exact_key, person_id", "99, 99", ...linked);
  await small.build("linked_person");
};

function exactRow(row: Row): string {
  const { key, basis = "name", form = "other", tells = false, residence = "current", unit = "25195" } = row;
  const told = `'hs-${key}', 'Lê An', 'le an', 'an', '1984', date '1984-01-01', 1984, 'year', 'male', '97', '9-7', 'C1'`;
  const { phone, wrong = "null::varchar, null::bigint" } = row;
  return `${key * 10}, ${key}, ${key}, '${basis}', '${form}', ${tells}, ${phone === undefined ? "null::varchar" : `'${phone}'`}, '${residence}', '${unit}', ${told}, ${wrong}`;
}

test("of a person's keys the surest one stands: a new number, an old one, a passport, a name, and then the smallest", async () => {
  await people(
    ...[
      { key: 1, person: 1, form: "9", tells: true },
      { key: 2, person: 1, form: "12", tells: true },
    ],
    ...[
      { key: 3, person: 3, basis: "passport" },
      { key: 4, person: 3, form: "9", tells: true },
    ],
    ...[
      { key: 5, person: 5 },
      { key: 6, person: 5, basis: "passport" },
    ],
    ...[
      { key: 8, person: 7 },
      { key: 7, person: 7 },
    ],
    ...[
      { key: 11, person: 11, form: "12" },
      { key: 12, person: 11, form: "9", tells: true },
    ],
    { key: 13, basis: "passport" },
  );
  expect(await small.model("person", "person_id, row_id, row_count, keys, foreigner")).toEqual([
    ...["1 20 3 2 false", "3 40 7 2 false", "5 60 11 2 true", "7 70 15 2 false", "11 120 23 2 false"],
    "13 130 13 1 true",
  ]);
});

test("the permanent commune of any row stands, then that of the row; and any phone where the row has none", async () => {
  await people(
    ...[
      { key: 1, person: 1 },
      { key: 2, person: 1, residence: "permanent", unit: "25198", phone: "2" },
    ],
    ...[{ key: 3, person: 1, residence: "permanent", unit: "25199", phone: "3" }],
    ...[
      { key: 4, person: 4, phone: "4" },
      { key: 5, person: 4, phone: "5", unit: "25198" },
    ],
    { key: 6, phone: "6" },
    { key: 7, residence: "permanent", unit: "25198" },
  );
  expect(await small.model("person", "person_id, row_id, unit_code, residence_kind, phone, row_count")).toEqual([
    ...["1 10 25198 permanent 3 6", "4 40 25195 current 4 9", "6 60 25195 current 6 6", "7 70 25198 permanent ∅ 7"],
  ]);
});

test("a person has the first class of all its rows and all that is wrong in them, with what the row tells", async () => {
  await people(
    { key: 1, person: 1, wrong: "'b', 1" },
    { key: 2, person: 1, wrong: "'a', 4" },
    { key: 3, wrong: "'c', 2" },
    { key: 4 },
  );
  expect(await small.model("person", "* replace (birth_day::varchar as birth_day)")).toEqual([
    "1 10 hs-1 Lê An le an 1984 1984-01-01 1984 year male 97 other 9-7 false C1 ∅ 25195 current name false 3 2 a 5",
    "3 30 hs-3 Lê An le an 1984 1984-01-01 1984 year male 97 other 9-7 false C1 ∅ 25195 current name false 3 1 c 2",
    "4 40 hs-4 Lê An le an 1984 1984-01-01 1984 year male 97 other 9-7 false C1 ∅ 25195 current name false 4 1 ∅ ∅",
  ]);
});
