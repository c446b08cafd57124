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
  await small.db.run(
    "create or replace table bare_identity as select distinct input_file, record, kind, person_key from dose",
  );
  await small.db.run(`create or replace table suspect_course as ${courses}`);
  return small.model("suspect_dose", "input_file, record, if(doses_suspect, 'suspect', 'beside')");
}
const none = "select 0 as course_key, true as doses_suspect";
const suspected = "select 1 as course_key, true as doses_suspect";

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
  expect(await suspect(suspected, "p 1 person 1", "d 1 dose 1")).toEqual(["d 1 suspect", "p 1 beside"]);
});

const kept = "column_prefix, dose_number, vaccine, dose_date, dose_kind, born_from";

test("a dose comes with what the rules ask of it", async () => {
  await suspect(suspected, "d 1 dose 1");
  expect(await small.model("suspect_dose", `${kept}, person_key, course_key`)).toEqual([
    `${kept.replaceAll(",", "")} 1 1`,
  ]);
});

/** The columns of a dose of which each, changed, makes its hash another. */
async function hashedIn(hash: string, kind: "dose" | "person"): Promise<string[]> {
  await suspect("select 1 as course_key, true as doses_suspect union all select hash('f', 1), true", `f 1 ${kind} 1`);
  await small.db.run("create or replace table dose_as_sent as from dose");
  const found: string[] = [];
  for (const name of columns.split(", ")) {
    await small.db.run(`create or replace table dose as from dose_as_sent union all by name
      select * replace ('other' as ${name}) from dose_as_sent`);
    const [distinct] = await small.model("suspect_dose", `count(distinct ${hash})`);
    if (distinct === "2") found.push(name);
  }
  return found;
}

test("one day and place of a person's dose is one hash, and so is all that a dose record says", async () => {
  const dose = ["dose_number", "dose_date", "facility"];
  expect(await hashedIn("dose_hash", "dose")).toEqual(dose);
  expect(await hashedIn("dose_hash", "person")).toEqual(dose);
  const line = ["dose_number", "vaccine", "dose_date", "lot", "facility", "entered_on", "full_name"];
  expect(await hashedIn("line_hash", "dose")).toEqual(line);
  expect(await hashedIn("line_hash", "person")).toEqual([]);
});

test.each(["person_key", "dose_number", "dose_date"])("a dose without %s is no other's twin", async (name) => {
  await suspect("select hash('p', 1) as course_key, true as doses_suspect", "p 1 person 1");
  expect(await small.model("suspect_dose", "dose_hash is null")).toEqual(["false"]);
  await small.db.run(`create or replace table dose as select * replace (null as ${name}) from dose`);
  expect(await small.model("suspect_dose", "dose_hash is null")).toEqual(["true"]);
});
