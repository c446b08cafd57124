import { beforeEach, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { hiddenShares, hideFromArithmetic, refuseNarrowed } from "../../src/protect/mask.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

const K = 10;
const tables = new Set(["dose_due"]);
let db: Database;

/** A province of two districts, the first of three communes: its own sums give a hidden commune back. */
beforeEach(async () => {
  db = await Database.open();
  await db.run("create table params as select date '2022-04-26' as as_of, '2022' as edition, 10 as suppress_below");
  await db.run(`create table unit as from (values
    ('2022', '70', null, 'province', 1), ('2022', '688', '70', 'district', 2), ('2022', '689', '70', 'district', 2),
    ('2022', '1', '688', 'commune', 3), ('2022', '2', '688', 'commune', 3), ('2022', '3', '688', 'commune', 3)
  ) as unit (edition, unit_code, parent_code, level, level_position)`);
  await db.run("create table unit_path as select unit_code from unit");
  await db.run(`create table dose_due as from (values
    ('70', 'all', 'booster_1', 160), ('688', 'all', 'booster_1', 105), ('689', 'all', 'booster_1', 55),
    ('1', 'all', 'booster_1', 5), ('2', 'all', 'booster_1', 40), ('3', 'all', 'booster_1', 60)
  ) as due (unit_code, scope, dose_kind, persons)`);
  await db.run(sqlFile("too_small").sql);
  await db.run(`create table published_dose_due as ${sqlFile("published_dose_due").sql}`);
});

const published = () =>
  lines(db, "select unit_code, persons, persons_status from published_dose_due order by length(unit_code), unit_code");

test("the gate refuses what a sum gives back, and names it", async () => {
  expect(await published()).toContain("1 ∅ c");
  await expect(refuseNarrowed(db, tables, K)).rejects.toThrow(
    /1 số bị ẩn tính lại được.*dose_due 1 all booster_1 persons/,
  );
});

test("one more commune is hidden, the cheaper one, and then nothing gives way", async () => {
  await hideFromArithmetic(db, tables, K);
  expect(await published()).toEqual(["1 ∅ c", "2 ∅ c", "3 60 ∅", "70 160 ∅", "688 105 ∅", "689 55 ∅"]);
  await refuseNarrowed(db, tables, K);
});

test("why a cell is hidden is told in the ledger alone, and how much of a level is hidden", async () => {
  await hideFromArithmetic(db, tables, K);
  expect(await lines(db, "select unit_code, keys, count_name, reason from mask order by all")).toEqual([
    "1 booster_1 persons primary",
    "2 booster_1 persons additional",
  ]);
  expect(await hiddenShares(db, tables)).toEqual([
    { table: "dose_due", level: "province", cells: 1, primary: 0, additional: 0 },
    { table: "dose_due", level: "district", cells: 2, primary: 0, additional: 0 },
    { table: "dose_due", level: "commune", cells: 3, primary: 1, additional: 1 },
  ]);
});
