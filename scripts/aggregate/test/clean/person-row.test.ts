import { createHash } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
});
beforeEach(async () => {
  await small.emptyTable("shared_id", "id_digits varchar, names bigint");
  await small.emptyTable("decision", "proposal_key varchar, decision varchar");
  await small.emptyTable("correction", "record_key varchar, column_name varchar, corrected_value varchar");
});

const plain = {
  row_id: 0,
  input_file: "a",
  record: 0,
  kind: "person_record",
  full_name: "Lê An" as string | null,
  name_key: "le an" as string | null,
  birth_date: "26/04/1984",
  birth_day: "1984-04-26" as string | null,
  birth_precision: "day",
  birth_year: 1984 as number | null,
  sex: "male" as string | null,
  id_number: null as string | null,
  id_digits: null as string | null,
  id_form: null as string | null,
  id_proposed: null as string | null,
  passport_number: null as string | null,
  phone: null as string | null,
  record_key: null as string | null,
  residence_kind: "permanent" as string | null,
  unit_code: "25195",
};
type Row = Partial<typeof plain>;

/** Accepted rows, numbered from 1, each as it differs from the plain one. */
const rows = (...changes: Row[]) => {
  const types: Record<string, string> = {
    row_id: "bigint",
    record: "bigint",
    birth_day: "date",
    birth_year: "integer",
  };
  const value = ([column, written]: [string, unknown]) =>
    `cast(${written === null ? "null" : `'${written}'`} as ${types[column] ?? "varchar"})`;
  const row = (change: Row, at: number) =>
    Object.entries({ ...plain, row_id: at + 1, record: at + 1, ...change })
      .map(value)
      .join(", ");
  return small.table("accepted_person", Object.keys(plain).join(", "), ...changes.map(row));
};
const id = (id_digits: string, id_form = String(id_digits.length)): Row => ({
  id_digits,
  id_form,
  id_number: `số ${id_digits}`,
});
const year: Row = { birth_date: "1984", birth_day: null, birth_precision: "year" };
const md5 = (text: string) => createHash("md5").update(text).digest("hex").slice(0, 16);

/** Each row with the first row of its exact key. */
const keys = () =>
  small.model("person_row", "row_id, key_basis, min(row_id) over (partition by exact_key) as first_row");

test("the surest key of a row tells its person: a usable number, a passport, or name, birth, sex and commune", async () => {
  await small.table("shared_id", "id_digits, names", "'970084000999', 3");
  await rows(
    { ...id("970084000111"), full_name: "Lê Bình" },
    { ...id("970084111"), passport_number: "C1" },
    { ...id("970084111"), full_name: null, name_key: null },
    { ...id("123", "other"), passport_number: "c9", full_name: "Anna" },
    { passport_number: "C9", sex: null },
    id("970084000999"),
    {},
    { full_name: null, name_key: null },
    { birth_year: null, birth_day: null },
    { sex: null },
    { birth_day: "1984-04-27" },
    { sex: "female" },
    { unit_code: "25198" },
    { full_name: "Lê Bình", name_key: "le binh" },
    { birth_date: "1984-04-26", phone: "0900000001" },
    id("70084000999", "padded"),
    { passport_number: "D1" },
  );
  expect(await keys()).toEqual([
    ...["1 id 1", "2 id 2", "3 id 2", "4 passport 4", "5 passport 4", "6 name 6", "7 name 6", "8 row 8"],
    ...["9 row 9", "10 row 10", "11 name 11", "12 name 12", "13 name 13", "14 name 14", "15 name 6", "16 name 6"],
    "17 passport 17",
  ]);
});

test("where the day of birth is not known the phone must be the same too, however it is written", async () => {
  await rows(
    { ...year, phone: "0900.000.001" },
    { ...year, phone: "0900000001" },
    { ...year, phone: "0900000002" },
    year,
    { ...year, phone: "không" },
    { ...year, birth_date: "5/1984" },
    { ...year, sex: "female" },
    { ...year, unit_code: "25198" },
    { ...year, full_name: "Lê Bình", name_key: "le binh" },
  );
  expect(await keys()).toEqual([
    "1 name 1",
    "2 name 1",
    "3 name 3",
    "4 name 4",
    "5 name 4",
    "6 name 6",
    "7 name 7",
    "8 name 8",
    "9 name 9",
  ]);
  expect((await small.model("person_row", "row_id, phone")).slice(0, 5)).toEqual([
    ...["1 0900000001", "2 0900000001", "3 0900000002", "4 ∅", "5 ∅"],
  ]);
});

test("a row without a key of the platform is named by what it says, as it came", async () => {
  await small.table("shared_id", "id_digits, names", "'970084000999', 3");
  await rows(
    { ...id("970084000111"), record_key: "hs-1" },
    { ...id("970084000111"), passport_number: "C1" },
    { passport_number: "c1" },
    { full_name: null, name_key: null },
    { birth_year: null, input_file: "b" },
    { sex: null },
    {},
    year,
    { ...year, phone: "0900.000.001" },
    id("970084000999"),
  );
  const derived = (text: string) => `hs-${md5(text)} false`;
  expect(
    (await small.model("person_row", "row_id, record_key, key_sent")).map((line) => line.replace(/^\d+ /, "")).sort(),
  ).toEqual(
    [
      "hs-1 true",
      derived("id:970084000111"),
      derived("pp:c1"),
      derived("row:a:4"),
      derived("row:b:5"),
      derived("row:a:6"),
      derived("nb:|le an|1984-04-26|male|25195"),
      derived("nb:|le an|1984||male|25195"),
      derived("nb:|le an|1984|0900000001|male|25195"),
      derived("nb:|le an|1984-04-26|male|25195"),
    ].sort(),
  );
});

test("rows that say more come first: of the permanent commune, with the day of birth, with a phone, of a person record", async () => {
  const phone = "0900000001";
  await rows(
    { residence_kind: "current", phone },
    { residence_kind: null, phone },
    { ...year, kind: "dose_record" },
    year,
    { ...year, phone, kind: "dose_record" },
    { ...year, phone },
    { kind: "dose_record" },
    { phone: "-" },
    { phone, kind: "dose_record" },
    { phone },
    { phone },
  );
  // What is not said, as four bits above the number of the row.
  const rank = (bits: bigint, row: bigint) => `${bits * 2n ** 60n + row} ${row}`;
  const first = [rank(0n, 10n), rank(0n, 11n), rank(1n, 9n), rank(2n, 8n), rank(3n, 7n), rank(4n, 6n)];
  const last = [rank(5n, 5n), rank(6n, 4n), rank(7n, 3n), rank(8n, 1n), rank(8n, 2n)];
  expect(await small.model("person_row", "row_rank, row_id")).toEqual([...first, ...last]);
});

test("corrections put right the row, and leave its key as it was", async () => {
  const corrected =
    "row_id, record_key, full_name, name_key, birth_date, birth_day::varchar, birth_precision, birth_year, sex, id_digits, id_form, id_written, id_tells, residence_kind, unit_code";
  const key = `hs-${md5("nb:|le an|1984-04-26|male|25195")}`;
  await small.table(
    "correction",
    "record_key, column_name, corrected_value",
    ...[
      "full_name', 'Đỗ Ân",
      "birth_date', '05.1985",
      "sex', 'female",
      "id_number', '970084000111",
      "unit_code', '25198",
    ].map((written) => `'one', '${written}'`),
    "'old', 'id_number', '970084111'",
    `'${key}', 'full_name', 'Lê Bình'`,
  );
  await rows(
    { ...id("7.0E+10", "other"), record_key: "one", residence_kind: "current" },
    { ...id("970084000222"), record_key: "old" },
    { residence_kind: "current" },
  );
  expect(await small.model("person_row", corrected)).toEqual([
    "1 one Đỗ Ân do an 05.1985 ∅ month 1985 female 970084000111 12 ∅ true permanent 25198",
    "2 old Lê An le an 26/04/1984 1984-04-26 day 1984 male 970084111 9 ∅ true permanent 25195",
    `3 ${key} Lê Bình le binh 26/04/1984 1984-04-26 day 1984 male ∅ ∅ ∅ ∅ current 25195`,
  ]);
});

test("a corrected birth date is a day, a month or a year", async () => {
  const dates = ["1985-03-04", "5.3.1985", "05-03-1985", "5/3/1985", "3/1985", "12.1985", "1985"];
  await small.table(
    "correction",
    "record_key, column_name, corrected_value",
    ...dates.map((date) => `'${date}', 'birth_date', '${date}'`),
  );
  await rows(...dates.map((record_key) => ({ record_key })), { ...year, birth_precision: "month" });
  expect(await small.model("person_row", "row_id, birth_day::varchar, birth_precision, birth_year")).toEqual([
    ...["1 1985-03-04 day 1985", "2 1985-03-05 day 1985", "3 1985-03-05 day 1985", "4 1985-03-05 day 1985"],
    ...["5 ∅ month 1985", "6 ∅ month 1985", "7 ∅ year 1985", "8 ∅ month 1984"],
  ]);
});

const decided = (...decisions: [string, string, string][]) =>
  small.table(
    "decision",
    "proposal_key, decision",
    ...decisions.map(([kind, key, decision]) => `'${kind}:${md5(key)}', '${decision}'`),
  );
const numbers = () => small.model("person_row", "row_id, id_digits, id_form, id_written, id_tells");

test("zeros are put back where that is decided, and a number many have is its own row's where that is", async () => {
  await small.table("shared_id", "id_digits, names", "'970084000999', 3", "'970084999', 3");
  const padded = { ...id("70084000999", "padded"), id_proposed: "070084000999" };
  await rows(
    ...[1, 2, 3, 4].map((key) => ({ ...padded, record_key: `k${key}` })),
    ...[5, 6, 7].map((key) => ({ ...id("970084000999"), record_key: `k${key}` })),
    { ...id("970084999"), record_key: "k8" },
    { ...padded, record_key: "k9" },
  );
  await small.table("correction", "record_key, column_name, corrected_value", "'k9', 'id_number', '970084000111'");
  await decided(
    ["id_padded", "k1", "apply"],
    ["id_padded", "k2", "discard"],
    ["id_shared", "k3", "apply"],
    ["id_shared", "k4", "discard"],
    ["id_shared", "k5", "discard"],
    ["id_shared", "k6", "apply"],
    ["id_padded", "k7", "apply"],
    ["id_shared", "k8", "discard"],
    ["id_padded", "k9", "apply"],
    ["same_person", "k2", "apply"],
  );
  expect(await numbers()).toEqual([
    "1 070084000999 12 ∅ true",
    ...[2, 3, 4].map((row) => `${row} 70084000999 padded số 70084000999 false`),
    ...["5 970084000999 12 ∅ true", "6 970084000999 12 ∅ false", "7 970084000999 12 ∅ false", "8 970084999 9 ∅ true"],
    "9 970084000111 12 ∅ true",
  ]);
});

test("a number decided to be its own row's makes none of rows of the same key that have none, or one that only fills the cell", async () => {
  await small.table("shared_id", "id_digits, names", "'970084000999', 3");
  await rows(
    { ...id("970084000999"), record_key: "k1" },
    { record_key: "k1" },
    { ...id("000000000000", "placeholder"), record_key: "k1" },
    { full_name: "Trần Hoa", name_key: "tran hoa", record_key: "k2" },
  );
  await decided(["id_shared", "k1", "discard"], ["id_shared", "k2", "discard"]);
  expect(await keys()).toEqual(["1 id 1", "2 name 2", "3 name 2", "4 name 4"]);
});

test("a row keeps all else that is written of it", async () => {
  await rows({ ...id("7", "other"), id_proposed: "9", passport_number: "C1" });
  const columns = "* exclude (row_rank, exact_key, record_key) replace (birth_day::varchar as birth_day)";
  expect(await small.model("person_row", columns)).toEqual([
    "1 person_record false Lê An le an 26/04/1984 1984-04-26 1984 day male 7 other số 7 false 9 C1 ∅ permanent 25195 passport",
  ]);
});
