import { expect, test } from "vitest";
import { partCounts } from "../../src/rollup/part-counts.ts";
import { countedTables } from "../../src/rollup/rolled-tables.ts";
import { progress } from "./given.ts";

const tableOf = (name: string) => {
  const found = countedTables.find(({ table }) => table === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
};
const mostOf = (hidden: string[], column: string) =>
  partCounts(tableOf("cleaning_progress"), [progress("70", 1000, 600, hidden)]).find((one) => one.column === column)
    ?.most;

test("a hidden state is at most the subjects, and where these are hidden too the people, and else unbounded", () => {
  expect(mostOf(["reviewed"], "reviewed")).toBe(1000);
  expect(mostOf(["reviewed", "subjects"], "reviewed")).toBe(2000);
  expect(mostOf(["reviewed", "subjects", "persons"], "reviewed")).toBeNull();
  expect(mostOf(["persons"], "persons")).toBeNull();
});

test("one hidden state alone, which the others give back in a folder of small counts hidden, is not carried narrower", () => {
  // 1,000 subjects less 600 cleaned and 400 to be listed leave 0 reviewed: nobody is told that here.
  expect(mostOf(["reviewed"], "reviewed")).toBe(1000);
});

test("a hidden age group is at most all ages, and all sexes of it", () => {
  const row = (age_group: string, sex: string, persons: number | null) => ({
    ...{ unit_code: "70", scope: "all", age_group, sex, reached: "booster_1", persons },
    ...{ persons_status: persons === null ? "c" : null, unlinked: 0, population: null, population_status: "z" },
  });
  const rows = [row("all", "all", 900), row("65+", "all", 300), row("65+", "male", null), row("all", "male", 400)];
  const counts = partCounts(tableOf("coverage"), rows).filter(({ column }) => column === "persons");
  expect(counts.map(({ most }) => most)).toEqual([null, 900, 300, 900]);
});
