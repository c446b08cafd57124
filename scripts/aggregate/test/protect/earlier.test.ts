import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literal } from "@tiendo/schema";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { earlierCounts, ledgerName } from "../../src/protect/earlier-counts.ts";
import { hideFromArithmetic, refuseNarrowed, withGiven } from "../../src/protect/mask.ts";
import { refuseWithoutEarlier } from "../../src/report/earlier-folders.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

const K = 10;
const tables = new Set(["dose_weekly"]);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tiendo-earlier-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A province and its districts, with the doses of one week in March in each; 0 is no row. */
async function given(asOf: string, doses: Readonly<Record<string, number>>): Promise<Database> {
  const db = await Database.open();
  await db.run(`create table params as select date '${asOf}' as as_of, '2022' as edition, 10 as suppress_below`);
  await db.run(`create table unit as select '2022' as edition, unit_code, if(unit_code = '70', null, '70') as parent_code,
    if(unit_code = '70', 'province', 'district') as level from (values ('70'), ('688'), ('689'), ('690')) as unit (unit_code)`);
  await db.run("create table unit_path as select unit_code from unit");
  const total = Object.values(doses).reduce((sum, count) => sum + count, 0);
  const rows = Object.entries({ 70: total, ...doses }).filter(([, count]) => count > 0);
  await db.run(`create table dose_weekly as from (values
    ${rows.map(([unit, count]) => `('${unit}', 'all', date '2022-03-07', 'pfizer', 'booster_1', ${count}::bigint)`).join(", ")}
  ) as dose_weekly (unit_code, scope, week, vaccine, dose_kind, doses)`);
  await db.run(sqlFile("too_small").sql);
  await db.run(`create table published_dose_weekly as ${sqlFile("published_dose_weekly").sql}`);
  return db;
}

/** Publishes a release of 12 April. */
async function publishEarlier(doses: Readonly<Record<string, number>>): Promise<string[]> {
  const db = await given("2022-04-12", doses);
  await hideFromArithmetic(db, tables, K);
  const copied = (name: string, file: string) =>
    db.run(`copy (from ${name}) to ${literal(join(folder, file))} (format parquet)`);
  await copied("published_dose_weekly", "dose_weekly.parquet");
  await copied("mask", ledgerName("2022-04-12"));
  return told(db);
}

const told = (db: Database) =>
  lines(db, "select unit_code, coalesce(doses::varchar, doses_status) from published_dose_weekly order by unit_code");

const earlierOf = (db: Database) => earlierCounts(db, [{ as_of: "2022-04-12", folder }], folder);

describe("a later release", () => {
  test("what an earlier one hid of a past week stays hidden, since it would give that one's others back", async () => {
    expect(await publishEarlier({ 688: 5, 689: 12, 690: 100 })).toEqual(["688 c", "689 c", "690 100", "70 117"]);
    // More doses came in late, so that nothing is small any more: 12 told now would tell the 5 of then.
    const db = await given("2022-04-19", { 688: 14, 689: 12, 690: 100 });
    const earlier = await earlierOf(db);
    await expect(refuseNarrowed(db, tables, K, earlier)).rejects.toThrow(/dose_weekly 688 .*\(2022-04-12\)/);
    await hideFromArithmetic(db, tables, K, earlier);
    expect(await told(db)).toContain("689 c");
    await refuseNarrowed(db, tables, K, earlier);
    await refuseNarrowed(db, tables, K);
  });

  test("doses of a past week that came in late give nothing back either: there were no more of them then than now", async () => {
    expect(await publishEarlier({ 688: 5, 689: 12, 690: 100 })).toEqual(["688 c", "689 c", "690 100", "70 117"]);
    // Of the 17 of then at most 13 were in the one and at most 10 in the other.
    const db = await given("2022-04-19", { 688: 10, 689: 13, 690: 100 });
    const earlier = await earlierOf(db);
    await expect(refuseNarrowed(db, tables, K, earlier)).rejects.toThrow(/dose_weekly 688 .*\(2022-04-12\)/);
    await hideFromArithmetic(db, tables, K, earlier);
    expect(await told(db)).not.toContain("688 10");
    await refuseNarrowed(db, tables, K, earlier);
  });

  test("what an earlier one told is no cover for what is hidden now", async () => {
    expect(await publishEarlier({ 688: 40, 689: 50 })).toEqual(["688 40", "689 50", "70 90"]);
    const rows = { 688: 40, 689: 50, 690: 5 };
    const alone = await given("2022-04-19", rows);
    await hideFromArithmetic(alone, tables, K);
    expect(await told(alone)).toEqual(["688 c", "689 50", "690 c", "70 95"]);
    await expect(refuseNarrowed(alone, tables, K, await earlierOf(alone))).rejects.toThrow(/dose_weekly 690/);
    const db = await given("2022-04-19", rows);
    const earlier = await earlierOf(db);
    await hideFromArithmetic(db, tables, K, earlier);
    expect(await told(db)).toEqual(["688 40", "689 50", "690 c", "70 c"]);
    await refuseNarrowed(db, tables, K, earlier);
  });
});

test("what an earlier release has given away by itself does not stand in the way of a later one", async () => {
  await publishEarlier({ 688: 5, 689: 12, 690: 100 });
  // As a release from before sums were looked at: 12 is told, and with it the 5.
  const db = await given("2022-04-19", { 688: 5, 689: 12, 690: 100 });
  await db.run(`copy (select * replace (if(unit_code = '689', 12, doses) as doses, if(unit_code = '689', null, doses_status) as doses_status)
    from read_parquet(${literal(join(folder, "dose_weekly.parquet"))})) to ${literal(join(folder, "old.parquet"))} (format parquet)`);
  await rename(join(folder, "old.parquet"), join(folder, "dose_weekly.parquet"));
  const { earlier, given: gone } = await withGiven(db, tables, K, await earlierOf(db));
  expect(gone).toBe(1);
  await hideFromArithmetic(db, tables, K, earlier);
  await refuseNarrowed(db, tables, K, earlier);
  expect(await told(db)).toContain("688 c");
});

describe("a report that began earlier", () => {
  const folders = (published: string) => ({
    data: "",
    report: "",
    raw: "",
    private: "",
    reference: "",
    published,
    releases: "x",
  });

  test("is refused where no earlier release is found, and is told how to bring them back", async () => {
    const days = { as_of: "2022-04-19", first_as_of: "2022-04-12" };
    await expect(refuseWithoutEarlier(folders(folder), days)).rejects.toThrow(/deliver -- restore.*--first-release/);
    await expect(refuseWithoutEarlier(folders(folder), { ...days, first_as_of: days.as_of })).resolves.toBeUndefined();
  });
});
