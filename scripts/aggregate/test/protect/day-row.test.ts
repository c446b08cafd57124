import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literal } from "@tiendo/schema";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { tellDays } from "../../src/protect/days-told.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

let db: Database;
let folder: string;
const report = { as_of: "2022-03-24", releases: [], suppress_below: 10 };

/** A province and two districts, in each of which so many were cleaned on every day, but in the second on the 23rd nobody. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tiendo-days-"));
  db = await Database.open();
  await db.run("create table params as select date '2022-03-24' as as_of, '2022' as edition, '70' as root_unit");
  await db.run(`create table unit as select '2022' as edition, unit_code, if(unit_code = '70', null, '70') as parent_code,
    if(unit_code = '70', 'province', 'district') as level from (values ('70'), ('688'), ('690')) as unit (unit_code)`);
  await db.run(`create table cleaning_daily as
    select unit_code, cast(day as date) as day, newly_cleaned, 0 as fell_back,
      sum(newly_cleaned) over (partition by unit_code order by day)::bigint as cleaned_to_date
    from (values
      ('70', '2022-03-22', 90), ('70', '2022-03-23', 50), ('70', '2022-03-24', 80),
      ('688', '2022-03-22', 50), ('688', '2022-03-23', 50), ('688', '2022-03-24', 40),
      ('690', '2022-03-22', 40), ('690', '2022-03-24', 40)
    ) as told (unit_code, day, newly_cleaned)`);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const series = async (...releases: Parameters<typeof tellDays>[2] & {}) => {
  await tellDays(db, report, releases);
  return lines(
    db,
    `select unit_code, cast(day as varchar), coalesce(newly_cleaned::varchar, newly_cleaned_status)
    from (${sqlFile("published_cleaning_daily").sql}) where day = '2022-03-23' order by all`,
  );
};

test("nobody cleaned on a day that is told is no row", async () => {
  expect(await series()).toEqual(["688 2022-03-23 50", "70 2022-03-23 50"]);
});

test("what an earlier release hid of a day stays hidden, and a unit does not drop out of it", async () => {
  await db.run(`copy (select unit_code, date '2022-03-23' as day, 'c' as newly_cleaned_status, null::varchar as fell_back_status
    from (values ('688'), ('690')) as hidden (unit_code)) to ${literal(join(folder, "cleaning_daily.parquet"))} (format parquet)`);
  const earlier = { as_of: "2022-03-23", folder };
  expect(await series(earlier)).toEqual(["688 2022-03-23 c", "690 2022-03-23 c", "70 2022-03-23 50"]);
});

test("a change is hidden unless it is nobody's, the count to date by itself, in the order of units and days", async () => {
  await db.run(`create table day_row as
    select * replace (cast(day as date) as day) from (values
      ('70', '2022-03-24', false, true, false, false, 30, 5, 79),
      ('688', '2022-03-23', true, true, false, false, 40, 6, 71),
      -- Nobody was cleaned on the day after one that is not told, or fell back on that day.
      ('688', '2022-03-24', false, true, true, false, 0, 8, 63),
      ('70', '2022-03-22', true, true, false, true, 6, 0, 6),
      -- Of a day that is told all is, few and nobody too.
      ('70', '2022-03-23', false, false, false, false, 50, 2, 54),
      ('688', '2022-03-22', false, false, true, true, 0, 0, 37)
    ) as told (unit_code, day, hidden, hidden_change, none_cleaned, none_fell_back, newly_cleaned, fell_back, cleaned_to_date)`);
  expect(
    await lines(db, `select * replace (day::varchar as day) from (${sqlFile("published_cleaning_daily").sql})`),
  ).toEqual([
    "688 2022-03-22 0 ∅ 0 ∅ 37 ∅",
    "688 2022-03-23 ∅ c ∅ c ∅ c",
    "688 2022-03-24 0 ∅ ∅ c 63 ∅",
    "70 2022-03-22 ∅ c 0 ∅ ∅ c",
    "70 2022-03-23 50 ∅ 2 ∅ 54 ∅",
    "70 2022-03-24 ∅ c ∅ c 79 ∅",
  ]);
});
