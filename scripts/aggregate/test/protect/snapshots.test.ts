import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literal } from "@tiendo/schema";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { tellDays } from "../../src/protect/days-told.ts";
import { earlierCounts, ledgerName } from "../../src/protect/earlier-counts.ts";
import { hideFromArithmetic, refuseNarrowed } from "../../src/protect/mask.ts";
import { cellColumns, publicCounts } from "../../src/protect/public-counts.ts";
import { sqlFile } from "../../src/sql-files.ts";

const K = 10;
const tables = new Set(["cleaning_progress", "cleaning_daily", "pace"]);
let folder: string;
let earlier: Database;
let now: Database;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tiendo-snapshots-"));
});
afterEach(async () => {
  earlier.close();
  now.close();
  await rm(folder, { recursive: true, force: true });
});

/** A commune: its subjects, and how many of them are cleaned by 22 March, 19 April and 26 April. */
type Commune = readonly [subjects: number, by22March: number, by19April: number, by26April: number];

/** A release of a province with its one district and its communes. */
async function given(asOf: "2022-04-19" | "2022-04-26", communes: readonly Commune[]): Promise<Database> {
  const db = await Database.open();
  await db.run(`create table params as select date '${asOf}' as as_of, '2022' as edition, '70' as root_unit,
    ${K} as suppress_below, 20 as min_denominator`);
  const rows = communes.map((own, at) => `('${at + 1}', ${own.join(", ")})`);
  await db.run(`create table own as from (values ${rows.join(", ")}) as own (unit_code, subjects, march, april, last)`);
  await db.run(`create table unit as
    from (values ('2022', '70', null, 'province', 1), ('2022', '688', '70', 'district', 2)
    ) as unit (edition, unit_code, parent_code, level, level_position)
    union all select '2022', unit_code, '688', 'commune', 3 from own`);
  await db.run("create table unit_path as select unit_code from unit");
  const cleaned = asOf === "2022-04-26" ? "last" : "april";
  await db.run(`create table counted as from own union all
    select unnest(['688', '70']), sum(subjects), sum(march), sum(april), sum(last) from own`);
  await db.run(`create table cleaning_progress as select unit_code, 'all' as scope, date '${asOf}' as as_of,
    subjects + 100 as persons, subjects, subjects - ${cleaned} as to_list, 0 as listed, 0 as reviewed, 0 as matched,
    0 as handed_back, 0 as updated, 0 as mismatched, ${cleaned} as cleaned,
    subjects - ${cleaned} as remaining, subjects as class_a, 0 as class_b, 0 as class_c
    from counted`);
  await db.run(`create table cleaning_daily as
    with stood as (
      select unit_code, unnest([
        {day: date '2022-03-22', cleaned_to_date: march, newly_cleaned: march},
        {day: date '2022-04-19', cleaned_to_date: april, newly_cleaned: april - march},
        {day: date '2022-04-26', cleaned_to_date: last, newly_cleaned: last - april}
      ], recursive := true) from counted
    )
    select unit_code, day, newly_cleaned, 0 as fell_back, cleaned_to_date from stood
    where newly_cleaned <> 0 and day <= date '${asOf}'`);
  await db.run(`create table pace as ${sqlFile("pace").sql}`);
  await db.run(sqlFile("too_small").sql);
  await tellDays(db, { as_of: asOf, releases: ["2022-04-19"], suppress_below: K });
  for (const name of tables) await db.run(`create table published_${name} as ${sqlFile(`published_${name}`).sql}`);
  return db;
}

/** Publishes the release of 19 April, and gives that of the 26th with what it knows of it. */
async function twoReleases(before: readonly Commune[], after: readonly Commune[]) {
  earlier = await given("2022-04-19", before);
  await hideFromArithmetic(earlier, tables, K);
  const copied = (name: string, file: string) =>
    earlier.run(`copy (from ${name}) to ${literal(join(folder, file))} (format parquet)`);
  for (const name of tables) await copied(`published_${name}`, `${name}.parquet`);
  await copied("mask", ledgerName("2022-04-19"));
  now = await given("2022-04-26", after);
  return earlierCounts(now, [{ as_of: "2022-04-19", folder }], folder);
}

const told = async (db: Database, table: string, column: string) => {
  const rows = await db.all<{ told: string }>(
    `select coalesce(${column}::integer::varchar, ${column}_status) as told from published_${table} order by length(unit_code), unit_code`,
  );
  return rows.map((row) => row.told);
};

describe("what an earlier release has told of how things stood", () => {
  test("does not give back, with what has changed since, what is hidden now", async () => {
    // Of the first commune five remain to be cleaned; the second is hidden beside it. But 150 were told a week ago, and 40 since.
    const communes: Commune[] = [
      [60, 0, 15, 55],
      [300, 50, 150, 190],
      [400, 70, 160, 240],
    ];
    const before = await twoReleases(communes, communes);
    expect(await told(earlier, "cleaning_progress", "cleaned")).toEqual(["15", "150", "160", "325", "325"]);
    expect(await told(now, "pace", "cleaned_7_days")).toEqual(["40", "40", "80", "160", "160"]);
    await expect(refuseNarrowed(now, tables, K, before)).rejects.toThrow("cleaning_progress 1 all cleaned");
    // A release of before `cleaning_progress` told how many remain has all else in it.
    const path = literal(join(folder, "cleaning_progress.parquet"));
    await now.run(
      `copy (select * exclude (remaining, remaining_status) from read_parquet(${path})) to ${path} (format parquet)`,
    );
    const older = await earlierCounts(now, [{ as_of: "2022-04-19", folder }], folder);
    await expect(refuseNarrowed(now, tables, K, older)).rejects.toThrow("cleaning_progress 1 all cleaned");
    await hideFromArithmetic(now, tables, K, before);
    await refuseNarrowed(now, tables, K, older);
    expect((await told(now, "pace", "cleaned_7_days"))[0]).toBe("c");
  });

  test("bounds what only grows: who was there is there still", async () => {
    // Seven newcomers are few, and the 12 beside them hide them; but of the 12 all were told a week ago.
    const before = await twoReleases(
      [
        [0, 0, 0, 0],
        [12, 0, 0, 0],
        [400, 70, 160, 240],
      ],
      [
        [7, 0, 0, 0],
        [14, 0, 0, 0],
        [400, 70, 160, 240],
      ],
    );
    await hideFromArithmetic(now, tables, K);
    expect(await told(now, "cleaning_progress", "subjects")).toEqual(["c", "c", "400", "421", "421"]);
    await expect(refuseNarrowed(now, tables, K, before)).rejects.toThrow("cleaning_progress 1 all subjects");
    await hideFromArithmetic(now, tables, K, before);
    await refuseNarrowed(now, tables, K, before);
    expect((await told(now, "cleaning_progress", "subjects")).slice(0, 2)).toEqual(["c", "c"]);
  });

  test("tells nothing of a state, which people leave: of a count that may fall nothing follows", async () => {
    // Seven and 14 wait to be listed again, where none and 12 did: had they only grown, at most nine would be the first's.
    const communes: Commune[] = [
      [300, 0, 300, 293],
      [312, 0, 300, 298],
      [400, 70, 160, 240],
    ];
    const before = await twoReleases(communes, communes);
    const progress = new Set(["cleaning_progress"]);
    expect((await told(earlier, "cleaning_progress", "to_list")).slice(0, 2)).toEqual(["0", "12"]);
    await hideFromArithmetic(now, progress, K);
    expect((await told(now, "cleaning_progress", "to_list")).slice(0, 2)).toEqual(["c", "c"]);
    await refuseNarrowed(now, progress, K, before);
  });

  test("is not asked of stock, of who is due or of issues, which may all fall", async () => {
    await twoReleases([[300, 0, 0, 0]], [[300, 0, 0, 0]]);
    for (const source of publicCounts) {
      const columns = [...source.keys, ...cellColumns(source).map((name) => `${name}_status`)];
      await now.run(`copy (select ${columns.map((name) => `null::varchar as ${name}`).join(", ")})
        to ${literal(join(folder, `${source.table}.parquet`))} (format parquet)`);
    }
    const [found] = await earlierCounts(now, [{ as_of: "2022-04-19", folder }], folder);
    const left = publicCounts.map(({ table }) => table).filter((table) => found?.tables.has(table) === false);
    expect(left).toEqual(["what_blocks", "person_issue_count", "dose_due", "stock_and_due"]);
  });
});
