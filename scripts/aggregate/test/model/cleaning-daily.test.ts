import { expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

test("a day counts who became cleaned and who fell back, and the sum of both to date", async () => {
  const db = await Database.open();
  await db.run("create table params as select date '2022-04-26' as as_of");
  await db.run(
    "create table unit_path as from (values ('25195', '25195'), ('25195', '70')) as path (unit_code, ancestor_code)",
  );
  await db.run("create table subject as from (values (1, '25195'), (2, '25195')) as subject (person_id, unit_code)");
  await db.run(`create table state_change as from (values
    (1, date '2022-04-20', 'mismatched', 3), (1, date '2022-04-10', 'updated', 1), (1, date '2022-04-12', 'verified', 2),
    (2, date '2022-04-12', 'verified', 1), (2, date '2022-04-27', 'mismatched', 2)
  ) as state_change (person_id, entered_on, state, change_order)`);
  expect(
    await lines(
      db,
      `select unit_code, day::varchar, newly_cleaned, fell_back, cleaned_to_date from (${sqlFile("cleaning_daily").sql}) where unit_code = '70' order by day`,
    ),
  ).toEqual(["70 2022-04-12 2 0 2", "70 2022-04-20 0 1 1"]);
});
