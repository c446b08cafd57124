import { beforeAll, expect, test } from "vitest";
import { smallTables } from "../clean/small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables("");
});

/** Rows as "person kind form name", and the courses of several names; the numbers that bear several. */
async function several(courses: readonly number[], ...rows: string[]): Promise<string[]> {
  const values = rows.map((row) => {
    const [person, kind, form, name] = row.split(" ");
    return `${person}, '${kind}_record', '${form}', ${name === "∅" ? "null" : `'${name}'`}`;
  });
  await small.table("bare_identity", "person_key, kind, id_form, full_name", ...values);
  await small.table("suspect_course", "course_key, several_names", "0, false", ...courses.map((key) => `${key}, true`));
  return small.model("several_named");
}

test("a number of a person record bears several names as they are written, accents and all", async () => {
  expect(
    await several(
      [],
      ...["1 person 12 An", "1 person 12 An", "2 person 12 An", "2 person 12 Ân", "3 person 9 An", "3 dose 9 Bình"],
      // No number, and no name.
      ...["4 person other An", "4 person other Bình", "5 person 12 An", "5 person 12 ∅"],
    ),
  ).toEqual(["2", "3"]);
});

test("the numbers of dose records alone are those of courses with several names, each once", async () => {
  expect(await several([1, 2], "1 dose 12 An", "1 dose 12 Bình", "2 person 12 An", "2 dose 12 Bình")).toEqual([
    "1",
    "2",
  ]);
  expect(await several([], "1 dose 12 An", "1 dose 12 Bình")).toEqual([]);
});
