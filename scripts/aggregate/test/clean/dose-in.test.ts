import { beforeAll, expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
});

test("the doses of accepted rows, without those set aside, each with its person and its place in all", async () => {
  const { table, model } = small;
  const written = "'pfizer', date '2021-08-01', 'L1', 'primary', date '2021-08-02'";
  await table(
    "dose",
    "input_file, record, kind, dose_number, vaccine, dose_date, lot, dose_kind, entered_on",
    `'a', 1, 'person_record', 1, ${written}`,
    `'a', 1, 'person_record', 2, ${written}`,
    `'a', 2, 'person_record', 2, ${written}`,
    `'b', 1, 'dose_record', 3, ${written}`,
    `'b', 2, 'person_record', 4, ${written}`,
  );
  await table("file_number", "input_file, file_number", "'a', 1", "'b', 2");
  await table("quarantined_dose", "input_file, record, slot", "'a', 1, 2", "'b', 1, 2", "'c', 1, 1");
  // The second row of b was not accepted.
  await table("person_row", "row_id, exact_key", "4294967297, 10", "4294967298, 20", "8589934593, 10");
  const columns =
    "exact_key, dose_number, row_id, dose_id, dose_date::varchar, vaccine, lot, dose_kind, entered_on::varchar";
  expect(await model("dose_in", columns)).toEqual([
    "10 1 4294967297 68719476753 2021-08-01 pfizer L1 primary 2021-08-02",
    "10 3 8589934593 137438953488 2021-08-01 pfizer L1 primary 2021-08-02",
    "20 2 4294967298 68719476770 2021-08-01 pfizer L1 primary 2021-08-02",
  ]);
});
