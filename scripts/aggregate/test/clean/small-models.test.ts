import { beforeEach, expect, test } from "vitest";
import type { Database } from "../../src/db.ts";
import { smallTables } from "./small-tables.ts";

type Small = Awaited<ReturnType<typeof smallTables>>;
let db: Database;
let table: Small["table"];
let model: Small["model"];
beforeEach(async () => {
  ({ db, table, model } = await smallTables());
});

test("unit_place: a province is its own, a district's is above it, a commune's above that, or just above without districts", async () => {
  await table("params", "edition", "'2022'");
  await table(
    "unit",
    "edition, unit_code, parent_code, level",
    "'2022', 'VN', null, 'country'",
    "'2022', '70', 'VN', 'province'",
    "'2022', '689', '70', 'district'",
    "'2022', '25195', '689', 'commune'",
    "'2022', '31000', '70', 'commune'",
    "'2025', '25195', '75', 'commune'",
  );
  expect(await model("unit_place")).toEqual(["25195 689 70", "31000 70 70", "689 70 70", "70 VN 70", "VN ∅ ∅"]);
});

test("decision: the latest up to the report's day holds; one without a day is the first of all, one left blank is none", async () => {
  await db.run("create or replace table params as select date '2022-04-26' as as_of");
  await table(
    "accepted_review_decision",
    "proposal_key, decision, decided_on, input_file, record",
    "'a', 'merge', date '2022-04-20', 'x', 1",
    "'a', 'keep', date '2022-04-21', 'x', 2",
    "'a', 'merge', date '2022-04-27', 'x', 3",
    "'b', 'keep', null, 'z', 9",
    "'b', 'merge', date '2022-04-01', 'x', 4",
    "'c', 'merge', date '2022-04-26', 'x', 5",
    "'c', 'merge', date '2022-04-26', 'w', 7",
    "'c', 'keep', date '2022-04-26', 'x', 6",
    "'d', null, date '2022-04-26', 'x', 8",
  );
  expect(await model("decision", "proposal_key, decision")).toEqual(["a keep", "b merge", "c keep"]);
});

test("row_class: the first class of a row about a person, with its columns; no other issue, and none of a whole file", async () => {
  await table("input_table", "input_file, kind", "'a', 'person_record'", "'e', 'cleaning_event'");
  await table("file_number", "input_file, file_number", "'a', 1", "'e', 2");
  await table(
    "issue_code",
    "code, effect, ministry_class",
    "'ID.MISSING', 'to_clean', 'a'",
    "'SEX.UNKNOWN', 'to_clean', 'c'",
    "'NAME.TEST', 'warning', 'b'",
    "'OWN', 'to_clean', null",
  );
  await table(
    "issue",
    "input_file, record, column_name, code",
    "'a', 1, 'sex', 'SEX.UNKNOWN'",
    "'a', 1, 'id_number', 'ID.MISSING'",
    "'a', 2, 'full_name', 'SEX.UNKNOWN'",
    "'a', 3, 'birth_date', 'SEX.UNKNOWN'",
    "'a', 4, 'phone', 'SEX.UNKNOWN'",
    "'a', 5, 'sex', 'NAME.TEST'",
    "'a', 6, 'sex', 'OWN'",
    "'a', 0, 'sex', 'SEX.UNKNOWN'",
    "'e', 1, 'sex', 'SEX.UNKNOWN'",
  );
  expect(await model("row_class", "row_id - 4294967296, ministry_class, wrong_bits")).toEqual([
    "1 a 12",
    "2 c 2",
    "3 c 1",
    "4 c 0",
  ]);
});
