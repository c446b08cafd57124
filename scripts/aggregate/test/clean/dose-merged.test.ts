import { beforeAll, expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
});

/** Doses of people whose doses are not plain. */
const given = async (...rows: string[]) => {
  await small.table("dose_of_person", "person_id, dose_id, dose_date, dose_number, vaccine", ...rows);
  await small.db.run(
    "create or replace table dose_course as select distinct person_id, false as plain from dose_of_person",
  );
};

test("doses of a person on one day are one, and the first row sent stands, whatever number they have", async () => {
  await given(
    "1, 12, date '2021-08-01', 1, 'a'",
    "1, 11, date '2021-08-01', 2, 'b'",
    "1, 13, date '2021-08-01', null, 'a'",
    "2, 21, date '2021-08-01', 1, 'a'",
    "2, 22, date '2021-09-01', 2, 'a'",
    "3, 31, date '2020-12-30', 1, 'a'",
    "3, 32, date '2020-12-30', 2, 'a'",
    "3, 33, date '2021-03-05', 3, 'a'",
  );
  expect(await small.model("dose_merged")).toEqual(["12 11 same_day", "13 11 same_day", "32 31 same_day"]);
});

test("doses of one number and vaccine up to 14 days after the first of them are that one", async () => {
  await given(
    "1, 12, date '2021-08-01', 1, 'a'",
    "1, 11, date '2021-08-15', 1, 'a'",
    "2, 21, date '2021-08-01', 1, 'a'",
    "2, 22, date '2021-08-16', 1, 'a'",
    "3, 31, date '2021-08-02', 1, 'a'",
    "3, 32, date '2021-08-03', 1, 'b'",
    "4, 41, date '2021-08-01', 2, 'a'",
    "4, 42, date '2021-08-10', 2, 'a'",
    "4, 43, date '2021-08-20', 2, 'a'",
  );
  expect(await small.model("dose_merged")).toEqual(["11 12 same_number", "42 41 same_number"]);
});

test("a dose without a number is no other's, and a dose merged by its day draws no other to it", async () => {
  await given(
    "1, 11, date '2021-08-01', null, 'a'",
    "1, 12, date '2021-08-05', null, 'a'",
    "1, 13, date '2021-09-01', 1, 'a'",
    "1, 14, date '2021-11-01', 1, 'a'",
    "2, 21, date '2021-08-01', 1, 'a'",
    "2, 22, date '2021-08-01', 2, 'a'",
    "2, 23, date '2021-08-10', 2, 'a'",
  );
  expect(await small.model("dose_merged")).toEqual(["22 21 same_day"]);
});

test("plain doses are not looked at", async () => {
  await given("1, 11, date '2021-08-01', 1, 'a'", "1, 12, date '2021-08-01', 2, 'a'");
  await small.table("dose_course", "person_id, plain", "1, true", "2, false");
  expect(await small.model("dose_merged")).toEqual([]);
});
