import { expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

test("a day counts who became cleaned and who fell back, and the sum of both to date, up to the report's day", async () => {
  const db = await Database.open();
  await db.run("create table params as select date '2022-04-26' as as_of");
  await db.run(`create table unit_path as from (values ('25195', '25195'), ('25195', '70'), ('25198', '25198'), ('25198', '70'))
    as path (unit_code, ancestor_code)`);
  // Of the fourth it is not known where he lives; the fifth is a foreigner and no subject.
  await db.run(`create table subject as from (values (1, '25195'), (2, '25195'), (3, '25198'), (4, null), (6, '25198'), (7, '25198'))
    as subject (person_id, unit_code)`);
  // The sixth and seventh are settled: the one is verified, the other handed back.
  await db.run(`create table state_change as from (values
    (1, date '2022-04-20', 'mismatched', 3, false), (1, date '2022-04-10', 'updated', 1, false), (1, date '2022-04-12', 'verified', 2, false),
    (2, date '2022-04-12', 'verified', 1, false), (2, date '2022-04-27', 'mismatched', 2, false),
    (3, date '2022-04-12', 'verified', 1, false), (3, date '2022-04-20', 'handed_back', 4, false), (3, date '2022-04-26', 'verified', 5, false),
    (4, date '2022-04-12', 'verified', 1, false), (5, date '2022-04-12', 'verified', 1, true),
    (6, date '2022-04-11', 'updated', 1, true), (6, date '2022-04-21', 'verified', 2, true), (7, date '2022-04-21', 'handed_back', 1, true)
  ) as state_change (person_id, entered_on, state, change_order, settled)`);
  expect(
    await lines(
      db,
      `select unit_code, day::varchar, newly_cleaned, fell_back, cleaned_to_date from (${sqlFile("cleaning_daily").sql}) order by all`,
    ),
  ).toEqual([
    ...["25195 2022-04-12 2 0 2", "25195 2022-04-20 0 1 1"],
    ...["25198 2022-04-12 1 0 1", "25198 2022-04-20 0 1 0", "25198 2022-04-21 1 0 1"],
    ...["25198 2022-04-26 1 0 2"],
    ...["70 2022-04-12 3 0 3", "70 2022-04-20 0 2 1", "70 2022-04-21 1 0 2", "70 2022-04-26 1 0 3"],
  ]);
});
