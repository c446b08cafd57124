import { beforeAll, expect, test } from "vitest";
import { smallTables } from "../clean/small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
const columns =
  "column_prefix, dose_number, vaccine, dose_date, lot, facility, dose_kind, entered_on, full_name, born_from";
beforeAll(async () => {
  small = await smallTables("");
});

/** Doses as "file record kind person", of the columns that tell them by their place; the suspect ones as "file record why". */
async function suspect(courses: string, ...doses: string[]): Promise<string[]> {
  const rows = doses.map((dose) => {
    const [file, record, kind, person] = dose.split(" ");
    return `'${file}', ${record}, '${kind}_record', ${person === "∅" ? "null" : person}, ${columns.split(", ").map((name) => `'${name}'`)}`;
  });
  await small.table("dose", `input_file, record, kind, person_key, ${columns}`, ...rows);
  await small.db.run(`create or replace table suspect_course as ${courses}`);
  return small.model("suspect_dose", "input_file, record, if(doses_suspect, 'suspect', 'beside')");
}
const none = "select 0 as course_key, true as doses_suspect";

test("every dose of a course whose doses are suspect, and of none that has several names alone", async () => {
  const courses = "from (values (1, true), (2, false), (hash('p', 1), true)) as course (course_key, doses_suspect)";
  expect(
    await suspect(
      courses,
      "d 1 dose 1",
      "d 2 dose 1",
      "d 3 dose 2",
      "d 4 dose 3",
      "p 1 person 9",
      "p 1 person 9",
      "p 2 person 1",
    ),
  ).toEqual(["d 1 suspect", "d 2 suspect", "p 1 suspect", "p 1 suspect", "p 2 beside"]);
});

test("every dose of people who have a person record beside other rows, once", async () => {
  // Person 1 has a record of each kind, 2 two person records, 3 one, 4 two dose records; nobody's are nobody's.
  expect(
    await suspect(
      none,
      ...[
        "p 1 person 1",
        "d 1 dose 1",
        "p 2 person 2",
        "q 2 person 2",
        "p 3 person 3",
        "p 3 person 3",
        "d 4 dose 4",
        "d 5 dose 4",
      ],
      ...["p 6 person ∅", "q 6 person ∅"],
    ),
  ).toEqual(["d 1 beside", "p 1 beside", "p 2 beside", "q 2 beside"]);
  expect(await suspect("select 1 as course_key, true as doses_suspect", "p 1 person 1", "d 1 dose 1")).toEqual([
    "d 1 suspect",
    "p 1 beside",
  ]);
});

test("a dose comes with each of its columns", async () => {
  await suspect("select 1 as course_key, true as doses_suspect", "d 1 dose 1");
  expect(await small.model("suspect_dose", `kind, ${columns}, person_key, course_key`)).toEqual([
    `dose_record ${columns.replaceAll(",", "")} 1 1`,
  ]);
});
