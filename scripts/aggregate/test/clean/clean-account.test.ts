import { expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

test("rows, doses and events are each told by what became of them, beside how many came", async () => {
  const { db, table, model } = await smallTables();
  for (const [name, count] of [
    ["person_row", 10],
    ["exact_person", 7],
    ["person", 5],
    ["dose_in", 9],
    ["dose_given", 6],
    ["event_in", 4],
  ] as const)
    await db.run(`create table ${name} as from range(${count})`);
  await table("dose_merged", "basis", "'same_day'", "'same_day'", "'same_number'");
  await table("cleaning_step", "outcome", "'applied'", "'applied'", "'applied'", "'exempt'");
  expect(await model("clean_account")).toEqual([
    ...["dose kept 6 9", "dose merged_same_day 2 9", "dose merged_same_number 1 9"],
    ...["event applied 3 4", "event exempt 1 4"],
    ...["person_row kept 5 10", "person_row merged_exact_key 3 10", "person_row merged_linked 2 10"],
  ]);
});
