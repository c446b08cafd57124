import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literal } from "@tiendo/schema";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { countTable, publishedCountTable } from "../../src/protect/count-table.ts";
import { earlierCounts, ledgerName } from "../../src/protect/earlier-counts.ts";
import { hideFromArithmetic, narrowedPlaces, placeText, refuseNarrowed } from "../../src/protect/mask.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { draws } from "./tables.ts";

const K = 10;
const DAYS = ["2022-04-12", "2022-04-19", "2022-04-26"];
const tables = new Set(["dose_weekly"]);
let folder: string;
const opened: Database[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tiendo-three-"));
});
afterEach(async () => {
  for (const db of opened.splice(0)) db.close();
  await rm(folder, { recursive: true, force: true });
});

/** Doses by district, of each of some weeks in March. */
type Weeks = ReadonlyArray<Readonly<Record<string, number>>>;

async function given(asOf: string, weeks: Weeks): Promise<Database> {
  const db = await Database.open();
  opened.push(db);
  const districts = Object.keys(weeks[0] ?? {});
  await db.run(`create table params as select date '${asOf}' as as_of, '2022' as edition, ${K} as suppress_below`);
  await db.run(`create table unit as select '2022' as edition, unit_code, if(unit_code = '70', null, '70') as parent_code,
    if(unit_code = '70', 'province', 'district') as level from (select unnest([${["70", ...districts].map(literal).join(", ")}]) as unit_code)`);
  await db.run("create table unit_path as select unit_code from unit");
  const rows = weeks.flatMap((doses, at) => {
    const total = Object.values(doses).reduce((sum, count) => sum + count, 0);
    const own = Object.entries({ 70: total, ...doses }).filter(([, count]) => count > 0);
    return own.map(
      ([unit, count]) => `('${unit}', 'all', date '2022-03-07' + ${7 * at}, 'pfizer', 'booster_1', ${count}::bigint)`,
    );
  });
  await db.run(`create table dose_weekly as from (values ${rows.join(", ")}
    ) as dose_weekly (unit_code, scope, week, vaccine, dose_kind, doses)`);
  await db.run(sqlFile("too_small").sql);
  await db.run(`create table published_dose_weekly as ${sqlFile("published_dose_weekly").sql}`);
  return db;
}

/** Publishes releases one after another, each with those before it; the last is left open. */
async function publish(releases: readonly Weeks[]): Promise<Database> {
  for (const [at, weeks] of releases.entries()) {
    const day = DAYS[at] ?? "";
    const db = await given(day, weeks);
    const earlier = await earlierOf(db, at);
    await hideFromArithmetic(db, tables, K, earlier);
    await refuseNarrowed(db, tables, K, earlier);
    const copied = (name: string, path: string) => db.run(`copy (from ${name}) to ${literal(path)} (format parquet)`);
    await mkdir(join(folder, day));
    await copied("published_dose_weekly", join(folder, day, "dose_weekly.parquet"));
    await copied("mask", join(folder, ledgerName(day)));
  }
  return opened.at(-1) as Database;
}

const told = (db: Database) =>
  lines(db, "select unit_code, coalesce(doses::varchar, doses_status) from published_dose_weekly order by unit_code");

const earlierOf = (db: Database, count: number) =>
  earlierCounts(
    db,
    DAYS.slice(0, count).map((as_of) => ({ as_of, folder: join(folder, as_of) })),
    folder,
  );

/** What anybody can narrow who has all releases up to the last. */
async function narrowed(db: Database, count: number): Promise<string[]> {
  const found = await narrowedPlaces(await publishedCountTable(db, tables, await earlierOf(db, count - 1)), K);
  return found.map(({ place, low, high }) => `${placeText(place)}: ${low}–${high}`);
}

describe("doses that were taken back", () => {
  test("show a reader that weeks may fall, in the next release and in those after it", async () => {
    // Two doses of the first district turn out to be of the second, and three of the third were none: that fall is told.
    const db = await publish([
      [{ 688: 11, 689: 12, 690: 103 }],
      [{ 688: 9, 689: 23, 690: 100 }],
      [{ 688: 9, 689: 23, 690: 104 }],
    ]);
    expect(await told(db)).toEqual(["688 c", "689 c", "690 104", "70 136"]);
    // Had each grown since the first release, the first would be 11 to 20 now; it is 9.
    expect(await narrowed(db, 3)).toEqual([]);
  });
});

describe("three releases of random weeks that grow", () => {
  const random = (seed: number): Weeks[] => {
    const draw = draws(7000 + seed);
    const start = [0, 1].map(() =>
      Object.fromEntries([688, 689, 690, 691].map((unit) => [unit, Math.floor(draw() ** 2 * 40)])),
    );
    const grown = (weeks: Weeks) =>
      weeks.map((doses) =>
        Object.fromEntries(
          Object.entries(doses).map(([unit, count]) => [unit, count + (draw() < 0.4 ? Math.floor(draw() * 6) : 0)]),
        ),
      );
    const next = grown(start);
    return [start, next, grown(next)];
  };

  test("an outsider who has all three narrows nothing, as hiding has seen: it looks at no less than he does", async () => {
    let alone = 0;
    for (let seed = 0; seed < 3; seed += 1) {
      const releases = random(seed);
      const db = await publish(releases);
      expect(await narrowed(db, 3), `report ${seed}`).toEqual([]);
      const known = await countTable(db, tables, await earlierOf(db, 2));
      const outside = await publishedCountTable(db, tables, await earlierOf(db, 2));
      expect(known.equations.length, `report ${seed}`).toBeGreaterThanOrEqual(outside.equations.length);
      alone += await narrowedAlone(releases);
    }
    expect(alone).toBeGreaterThan(0);
  });

  /** How many counts give way where each release is protected by itself. */
  async function narrowedAlone(releases: readonly Weeks[]): Promise<number> {
    for (const [at, weeks] of releases.entries()) {
      const db = await given(DAYS[at] ?? "", weeks);
      await hideFromArithmetic(db, tables, K);
      await db.run(
        `copy (from published_dose_weekly) to ${literal(join(folder, DAYS[at] ?? "", "dose_weekly.parquet"))} (format parquet)`,
      );
    }
    const count = (await narrowed(opened.at(-1) as Database, 3)).length;
    await rm(folder, { recursive: true });
    await mkdir(folder);
    return count;
  }
});
