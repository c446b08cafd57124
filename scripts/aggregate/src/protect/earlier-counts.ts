import { existsSync } from "node:fs";
import { join } from "node:path";
import { identifier, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { EarlierFolder } from "../report/earlier-folders.ts";
import type { Place } from "./place.ts";
import { cellColumns, type PublicCounts, publicCounts } from "./public-counts.ts";

/** The counts that an earlier release has published, and what its run kept of those that it hid. */
export interface EarlierCounts {
  as_of: string;
  /** The tables that are there, of those that are linked with later ones. */
  tables: ReadonlySet<string>;
  /** The relation of a table in the database. */
  relation: (table: string) => string;
  /** A hidden count; undefined where the ledger of the run is gone. */
  valueOf: (place: Place) => number | undefined;
  /** Hidden counts that earlier releases give away by themselves, which no later one can take back. */
  given: ReadonlySet<string>;
}

/** Tables that tell of past days, as later releases do; the others tell how things stand on the release's own day. */
const ofPastDays = new Set(["dose_weekly", "cleaning_daily"]);

/** Tables of how things stand that later releases tell something of: by what has changed since, or since they only grow. */
const ofItsDay = new Set(["cleaning_progress", "pace", "coverage", "entry_backlog"]);

/** Whether a later release tells of the same day again. */
export const tellsOfPastDays = (table: string): boolean => ofPastDays.has(table);

/**
 * The counts of earlier releases.
 * @param ledgers the private folder, in which each run has kept what it hid
 */
export async function earlierCounts(
  db: Database,
  releases: readonly EarlierFolder[],
  ledgers: string,
): Promise<EarlierCounts[]> {
  const found: EarlierCounts[] = [];
  for (const { as_of, folder } of releases) {
    const tables = new Set<string>();
    const relation = (table: string) => identifier(`earlier_${as_of}_${table}`);
    for (const source of publicCounts.filter(({ table }) => ofPastDays.has(table) || ofItsDay.has(table)))
      if (await open(db, source, folder, relation(source.table))) tables.add(source.table);
    const kept = await keptIn(db, join(ledgers, ledgerName(as_of)));
    found.push({ as_of, tables, relation, valueOf: (place) => kept.get(keptName(place)), given: new Set() });
  }
  return found;
}

/** The name of the private file in which a run keeps what it hid, and why. */
export const ledgerName = (asOf: string): string => `mask-${asOf}.parquet`;

// What a release of then did not tell of, as it told all others of the same table.
const later: Readonly<Record<string, readonly string[]>> = { cleaning_progress: ["remaining"] };

/** Opens a table of a release, where it has it with the columns of today, or all but those that were added since. */
async function open(db: Database, source: PublicCounts, folder: string, relation: string): Promise<boolean> {
  const path = join(folder, `${source.table}.parquet`);
  if (!existsSync(path)) return false;
  const described = await db.all<{ column_name: string }>(`describe from read_parquet(${literal(path)})`);
  const there = new Set(described.map(({ column_name }) => column_name));
  const added = (later[source.table] ?? []).filter((name) => !there.has(name));
  const wanted = cellColumns(source).filter((name) => !added.includes(name));
  if (![...source.keys, ...wanted.map((name) => `${name}_status`)].every((name) => there.has(name))) return false;
  const untold = added.map((name) => `, null as ${identifier(name)}, 'x' as ${identifier(`${name}_status`)}`);
  await db.run(`create or replace view ${relation} as select *${untold.join("")} from read_parquet(${literal(path)})`);
  return true;
}

async function keptIn(db: Database, path: string): Promise<Map<string, number>> {
  if (!existsSync(path)) return new Map();
  const described = await db.all<{ column_name: string }>(`describe from read_parquet(${literal(path)})`);
  if (!described.some(({ column_name }) => column_name === "value")) return new Map();
  const rows = await db.all<
    Record<"table_name" | "unit_code" | "scope" | "keys" | "count_name", string> & { value: number }
  >(`from read_parquet(${literal(path)})`);
  return new Map(
    rows.map(({ table_name, unit_code, scope, keys, count_name, value }) => [
      [table_name, unit_code, scope, keys, count_name].join("\0"),
      value,
    ]),
  );
}

/** The name of a count within its release. */
export const keptName = ({ source, unit, scope, keys, count }: Place): string =>
  [source.table, unit, scope, keys.join("\u001f"), count].join("\0");
