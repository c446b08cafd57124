import { type PublishedTable, publishedTables } from "@tiendo/schema";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { additiveTables } from "../../src/model/additive.ts";
import { checkDailyParts } from "../../src/model/daily-parts.ts";
import { checkRepeated, repeatedCounts } from "../../src/model/repeated-counts.ts";
import { binhPhuoc } from "./units.ts";

let db: Database;

/** Đồng Xoài, which has 30 subjects, and one of its communes; 20 of them cleaned by the 26th, two of whom nobody knows where. */
beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run("update params set root_unit = '689'");
  await db.run(`create table cleaning_progress as from (values
    ('689', 'all', 20, 10), ('689', 'at_this_level', 2, 1), ('25195', 'all', 18, 9), ('688', 'all', 0, 5)
  ) as progress (unit_code, scope, cleaned, remaining)`);
  await db.run(`create table cleaning_daily as from (values
    ('689', date '2022-04-20', 19, 0, 19), ('689', date '2022-04-26', 2, 1, 20),
    ('25195', date '2022-04-20', 18, 0, 18)
  ) as daily (unit_code, day, newly_cleaned, fell_back, cleaned_to_date)`);
  await db.run(
    `create table pace as from (values ('689', 10), ('25195', 9), ('688', 5)) as pace (unit_code, remaining)`,
  );
  await db.run(`create table stock_left as from (values
    ('689', 'all', true, 40), ('689', 'all', false, 7), ('689', 'at_this_level', true, 40)
  ) as stock (unit_code, scope, usable, doses)`);
  await db.run(`create table dose_due as from (values
    ('689', 'all', 'primary', 4), ('689', 'all', 'booster_1', 6), ('689', 'all', 'booster_2', null), ('688', 'all', 'primary', 0)
  ) as due (unit_code, scope, dose_kind, persons)`);
  await db.run(
    `create table stock_and_due as from (values ('689', 40, 10), ('688', null, 0)) as joined (unit_code, doses_left, persons_due)`,
  );
  await db.run(
    `create table dose_weekly as from (values ('689', 'all', 50), ('689', 'all', 25), ('689', 'at_this_level', 9)) as weekly (unit_code, scope, doses)`,
  );
  await db.run(
    `create table entry_backlog as from (values ('689', 75), ('690', 0)) as backlog (unit_code, doses_in_records)`,
  );
});

const all = () =>
  checkRepeated(
    db,
    repeatedCounts.map(({ table }) => table),
  );

describe("a count of whole units is that of the table whose sums close", () => {
  test("where it is, nothing is said; a unit with nothing need have no row", async () => {
    await expect(all()).resolves.toBeUndefined();
  });

  test.for([
    [
      "update cleaning_daily set cleaned_to_date = 21 where day = '2022-04-26'",
      "cleaned_to_date of cleaning_daily is not what cleaning_progress adds up to: unit_code 689, found 21, expected 20",
    ],
    [
      "update pace set remaining = 8 where unit_code = '25195'",
      "remaining of pace is not what cleaning_progress adds up to: unit_code 25195, found 8, expected 9",
    ],
    ["delete from pace where unit_code = '688'", "unit_code 688, found 0, expected 5"],
    [
      "update entry_backlog set doses_in_records = 84 where unit_code = '689'",
      "doses_in_records of entry_backlog is not what dose_weekly adds up to: unit_code 689, found 84, expected 75",
    ],
    [
      "update stock_and_due set persons_due = 4 where unit_code = '689'",
      "persons_due of stock_and_due is not what dose_due adds up to: unit_code 689, found 4, expected 10",
    ],
    [
      "update stock_and_due set doses_left = 47 where unit_code = '689'",
      "doses_left of stock_and_due is not what stock_left adds up to: unit_code 689, found 47, expected 40",
    ],
  ] as const)("%s is found", async ([change, said]) => {
    await db.run(change);
    await expect(all()).rejects.toThrow(said);
  });
});

test("on no day is a unit less than its parts; what nobody knows where may be more", async () => {
  await expect(checkDailyParts(db)).resolves.toBeUndefined();
  await db.run("update cleaning_daily set fell_back = 1 where unit_code = '25195'");
  await expect(checkDailyParts(db)).rejects.toThrow(
    "a unit in cleaning_daily is less than its parts: unit_code 689, day 2022-04-20",
  );
  await db.run("delete from cleaning_daily where unit_code = '689' and day = '2022-04-20'");
  await expect(checkDailyParts(db)).rejects.toThrow("unit_code 689, day 2022-04-20");
});

test("every public table of units made from people is held to its sums, by itself or by another", () => {
  const tables = Object.entries(publishedTables as Record<string, PublishedTable>);
  const ofUnits = tables.filter(([, { primaryKey, fromPeople }]) => fromPeople && primaryKey.includes("unit_code"));
  const held = new Set([...additiveTables, ...repeatedCounts].map(({ table }) => table));
  // What a deadline asks is the pace's rest again; signals are findings, which nobody adds.
  expect(ofUnits.map(([name]) => name).filter((name) => !held.has(name))).toEqual(["pace_needed", "signals"]);
});
