import { expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

test("rows and doses are each told by what became of them, beside how many came", async () => {
  const { db, table, model } = await smallTables();
  for (const [name, count] of [
    ["person_row", 10],
    ["exact_person", 7],
    ["person", 5],
    ["dose_in", 9],
    ["dose_given", 6],
  ] as const)
    await db.run(`create table ${name} as from range(${count})`);
  await table("dose_merged", "basis", "'same_day'", "'same_day'", "'same_number'");
  expect(await model("people_account")).toEqual([
    ...["dose kept 6 9", "dose merged_same_day 2 9", "dose merged_same_number 1 9"],
    ...["person_row kept 5 10", "person_row merged_exact_key 3 10", "person_row merged_linked 2 10"],
  ]);
});

test("events are told by what became of them, beside what the account of people says", async () => {
  const { db, table, model } = await smallTables();
  await table("people_account", "kind, outcome, things, things_in", "'dose', 'kept', 6, 9");
  await db.run("create table event_in as from range(4)");
  await table("cleaning_step", "outcome", "'applied'", "'applied'", "'applied'", "'exempt'");
  expect(await model("clean_account")).toEqual(["dose kept 6 9", "event applied 3 4", "event exempt 1 4"]);
});
