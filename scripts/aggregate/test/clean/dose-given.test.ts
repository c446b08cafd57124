import { beforeAll, expect, test } from "vitest";
import { doseRules } from "./dose-rules.ts";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
  await doseRules(small, "'booster_1', 'vero_cell', '2021-06-01', '4'");
});

const columns = "person_id, dose_id, dose_date, vaccine, dose_kind, dose_number, entered_on";
const seen = "person_id, plain, primary_doses, has_additional";
/**
 * Doses as "person, dose, day, vaccine, kind marked" of people whose doses are not plain; one number is written on all, which
 * counts for nothing.
 */
const given = async (...rows: string[]) => {
  await small.table(
    "dose_of_person",
    columns,
    ...rows.map((row) => `${row.replace(/null$/, "null::varchar")}, 7, date '2022-04-01'`),
  );
  const people = new Set(rows.map((row) => row.split(",")[0]));
  await small.table("dose_course", seen, ...[...people].map((person) => `${person}, false, null, null`));
};
const merged = (dose: number) => small.table("dose_merged", "dose_id", `${dose}`);
const placed = () => small.model("dose_given", "person_id, place, dose_id, dose_kind");

test("the course of the first vaccine is primary, then come the boosters; what was merged has no place", async () => {
  await given(
    "1, 15, date '2021-05-01', 'astrazeneca', null",
    "1, 12, date '2021-07-01', 'pfizer', null",
    "1, 13, date '2021-07-02', 'pfizer', null",
    "1, 14, date '2022-01-01', 'vero_cell', null",
    "1, 11, date '2022-04-01', 'abdala', null",
    "1, 16, date '2022-04-20', 'abdala', null",
    "2, 21, date '2021-05-01', 'abdala', null",
    "2, 22, date '2021-06-01', 'abdala', null",
    "2, 23, date '2021-07-01', 'abdala', null",
    "2, 24, date '2022-01-01', 'abdala', null",
    "3, 31, date '2021-05-01', 'no_rule', null",
    "3, 32, date '2021-06-01', 'no_rule', null",
    "3, 33, date '2022-01-01', 'no_rule', null",
  );
  await merged(13);
  expect(await placed()).toEqual([
    ...["1 1 15 primary", "1 2 12 primary", "1 3 14 booster_1", "1 4 11 booster_2", "1 5 16 booster_2"],
    ...["2 1 21 primary", "2 2 22 primary", "2 3 23 primary", "2 4 24 booster_1"],
    ...["3 1 31 primary", "3 2 32 primary", "3 3 33 booster_1"],
  ]);
});

test("the dose after the course is additional from the first day a rule of the first vaccine has it", async () => {
  await given(
    "1, 11, date '2021-06-01', 'vero_cell', null",
    "1, 12, date '2021-07-01', 'vero_cell', null",
    "1, 13, date '2021-12-01', 'pfizer', null",
    "1, 14, date '2022-04-01', 'pfizer', null",
    "1, 15, date '2022-04-20', 'pfizer', null",
    "2, 21, date '2021-06-01', 'vero_cell', null",
    "2, 22, date '2021-07-01', 'vero_cell', null",
    "2, 23, date '2021-11-30', 'pfizer', null",
    "2, 24, date '2021-12-20', 'pfizer', null",
    "3, 31, date '2021-06-01', 'astrazeneca', null",
    "3, 32, date '2021-07-01', 'vero_cell', null",
    "3, 33, date '2022-03-01', 'vero_cell', null",
  );
  await merged(0);
  expect(await placed()).toEqual([
    ...["1 1 11 primary", "1 2 12 primary", "1 3 13 additional", "1 4 14 booster_1", "1 5 15 booster_2"],
    ...["2 1 21 primary", "2 2 22 primary", "2 3 23 booster_1", "2 4 24 booster_2"],
    ...["3 1 31 primary", "3 2 32 primary", "3 3 33 booster_1"],
  ]);
});

test("a kind marked in the file stands; additional right after the course moves the first booster on, and nowhere else", async () => {
  await given(
    "1, 11, date '2021-05-01', 'astrazeneca', null",
    "1, 12, date '2021-07-01', 'astrazeneca', null",
    "1, 13, date '2021-10-01', 'astrazeneca', 'additional'",
    "1, 14, date '2022-01-01', 'astrazeneca', null",
    "2, 21, date '2021-05-01', 'astrazeneca', 'booster_2'",
    "2, 22, date '2021-07-01', 'astrazeneca', 'additional'",
    "2, 23, date '2021-10-01', 'astrazeneca', null",
    "2, 24, date '2022-01-01', 'astrazeneca', null",
    "3, 31, date '2021-05-01', 'astrazeneca', null",
    "3, 32, date '2021-07-01', 'astrazeneca', null",
    "3, 33, date '2021-10-01', 'astrazeneca', 'booster_1'",
    "3, 34, date '2022-01-01', 'astrazeneca', null",
  );
  await merged(0);
  expect(await placed()).toEqual([
    ...["1 1 11 primary", "1 2 12 primary", "1 3 13 additional", "1 4 14 booster_1"],
    ...["2 1 21 booster_2", "2 2 22 additional", "2 3 23 booster_1", "2 4 24 booster_2"],
    ...["3 1 31 primary", "3 2 32 primary", "3 3 33 booster_1", "3 4 34 booster_2"],
  ]);
});

test("doses of one day follow each other as they were sent, each with all that was written of it", async () => {
  await given("1, 12, date '2021-05-01', 'pfizer', null", "1, 11, date '2021-05-01', 'abdala', null");
  await merged(0);
  expect(
    await small.model("dose_given", "* replace (dose_date::varchar as dose_date, entered_on::varchar as entered_on)"),
  ).toEqual(["11 1 1 7 abdala 2021-05-01 2022-04-01 primary", "12 1 2 7 pfizer 2021-05-01 2022-04-01 primary"]);
});

test("plain doses stand in the place of their number, with what their course says; whatever was merged elsewhere", async () => {
  const dose = (person: number, number: number, kind = "null::varchar") =>
    `${person}, ${person}${number}, date '2021-05-0${9 - number}', 'pfizer', ${kind}, ${number}, date '2022-04-01'`;
  await small.table(
    "dose_of_person",
    columns,
    ...[dose(1, 1), dose(1, 2), dose(1, 3), dose(1, 4), dose(2, 1), dose(2, 2, "'booster_2'"), dose(2, 3), dose(2, 4)],
    ...[dose(3, 1), dose(3, 2), dose(3, 3), dose(3, 4)],
  );
  await small.table("dose_course", seen, "1, true, 2, false", "2, true, 2, true", "3, true, 3, false");
  await merged(0);
  expect(await placed()).toEqual([
    ...["1 1 11 primary", "1 2 12 primary", "1 3 13 booster_1", "1 4 14 booster_2"],
    ...["2 1 21 primary", "2 2 22 booster_2", "2 3 23 additional", "2 4 24 booster_1"],
    ...["3 1 31 primary", "3 2 32 primary", "3 3 33 primary", "3 4 34 booster_1"],
  ]);
});
