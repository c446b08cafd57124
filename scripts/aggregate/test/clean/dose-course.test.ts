import { beforeAll, expect, test } from "vitest";
import { doseRules } from "./dose-rules.ts";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
  await doseRules(
    small,
    "'primary', 'janssen', '2021-03-08', '1'",
    "'booster_1', 'unheard', '2021-06-01', '1'",
    "'booster_1', 'janssen', '2021-06-01', '1'",
    "'additional', 'janssen', '2021-12-01', '1'",
    "'additional', 'abdala', '2022-01-01', '1'",
  );
});

/** Doses of one person each, as "number day vaccine kind"; a person's number is its place. */
const given = (...people: string[][]) =>
  small.table(
    "dose_of_person",
    "person_id, dose_number, dose_date, vaccine, dose_kind",
    ...people.flatMap((doses, at) =>
      doses.map((dose) => {
        const [number, day, vaccine = "pfizer", kind] = dose.split(" ");
        return `${at + 1}, ${number}::integer, date '${day}', '${vaccine}', ${kind === undefined ? "null::varchar" : `'${kind}'`}`;
      }),
    ),
  );
const seen = () => small.model("dose_course");

test("doses are plain where they are numbered from one on, each number once and of a later day", async () => {
  await given(
    ["1 2021-08-01"],
    ["2 2021-09-01", "1 2021-08-01"],
    ["1 2021-08-01", "2 2021-09-01", "3 2022-01-01", "4 2022-04-01"],
    ["2 2021-08-01"],
    ["1 2021-08-01", "1 2021-09-01"],
    ["1 2021-08-01", "1 2021-09-01", "2 2021-10-01"],
    ["1 2021-08-01", "2 2021-08-01"],
    ["1 2021-09-01", "2 2021-08-01"],
    ["1 2021-08-01", "3 2021-09-01"],
    ["1 2021-08-01", "2 2021-09-01", "3 2021-09-01"],
    ["1 2021-08-01", "2 2021-09-01", "4 2022-01-01"],
    ["1 2021-08-01", "2 2021-09-01", "3 2022-01-01", "4 2022-01-01"],
    ["1 2021-08-01", "2 2021-09-01", "3 2021-10-01", "4 2022-01-01", "5 2022-04-01"],
    ["null 2021-08-01"],
    ["1 2021-08-01", "null 2021-09-01"],
    ["0 2021-07-01", "1 2021-08-01"],
    ["1 2010-01-01"],
    ["1 2010-01-02"],
    ["1 2054-11-09"],
    ["1 2054-11-10"],
  );
  const rows = await small.model("dose_course", "person_id, plain");
  expect(rows.filter((row) => row.endsWith("true"))).toEqual(["1 true", "2 true", "3 true", "18 true", "19 true"]);
  expect(rows).toHaveLength(20);
});

test("a course has the doses of its first vaccine, two where no rule says so", async () => {
  await given(
    ["1 2021-08-01 astrazeneca", "2 2021-09-01 abdala"],
    ["1 2021-08-01 abdala", "2 2021-09-01 janssen"],
    ["1 2021-08-01 janssen"],
    ["1 2021-08-01 unheard"],
    ["1 2021-08-01 unknown"],
    ["2 2021-08-01 abdala", "3 2021-09-01 abdala"],
  );
  expect(await seen()).toEqual([
    ...["1 true 2 false", "2 true 3 false", "3 true 1 false", "4 true 2 false", "5 true 2 false", "6 false ∅ ∅"],
  ]);
});

test("the dose after the course is additional from the first day of a rule of the first vaccine, or where it is marked", async () => {
  await given(
    ["1 2021-06-01 vero_cell", "2 2021-07-01", "3 2021-12-01"],
    ["1 2021-06-01 vero_cell", "2 2021-07-01", "3 2021-11-30", "4 2021-12-20"],
    ["1 2021-06-01 vero_cell", "2 2021-12-01"],
    ["1 2021-06-01 pfizer", "2 2021-07-01 vero_cell", "3 2022-03-01 vero_cell"],
    ["1 2021-06-01", "2 2021-07-01", "3 2021-10-01 pfizer additional"],
    ["1 2021-06-01", "2 2021-07-01 pfizer additional", "3 2021-10-01", "4 2022-01-01 pfizer additional"],
    ["1 2021-06-01", "2 2021-07-01", "3 2021-10-01 pfizer booster_1"],
    ["1 2021-06-01 janssen", "2 2021-12-01"],
    ["1 2021-06-01 janssen", "2 2021-11-30 pfizer additional"],
    ["1 2021-06-01 abdala", "2 2021-07-01", "3 2021-08-01", "4 2022-01-01"],
    ["1 2021-06-01 abdala", "2 2021-07-01", "3 2021-08-01", "4 2021-12-31 pfizer additional"],
    ["1 2021-06-01 abdala", "2 2021-07-01", "3 2022-01-01"],
  );
  expect(await seen()).toEqual([
    ...["1 true 2 true", "2 true 2 false", "3 true 2 false", "4 true 2 false", "5 true 2 true", "6 true 2 false"],
    ...["7 true 2 false", "8 true 1 true", "9 true 1 true", "10 true 3 true", "11 true 3 true", "12 true 3 false"],
  ]);
});
