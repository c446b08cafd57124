import type { Database } from "../db.ts";
import { DayLinks, daysBefore } from "./day-links.ts";
import type { EarlierCounts } from "./earlier-counts.ts";
import { Maker } from "./maker.ts";
import type { RegionedTable, Unit } from "./place.ts";
import { publicCounts } from "./public-counts.ts";
import { TableLinks } from "./table-links.ts";
import { type Before, withEarlier } from "./with-earlier.ts";

// A province's numbers are read by more people than a commune's.
const COST_OF_LEVEL: Readonly<Record<string, number>> = { commune: 1, district: 20, province: 400, country: 8000 };
/**
 * Reads the counts of the public tables there are, hidden ones with their values, those of earlier releases, and what is known
 * to hold between all of them.
 */
export async function countTable(
  db: Database,
  tables: ReadonlySet<string>,
  earlier: readonly EarlierCounts[] = [],
): Promise<RegionedTable> {
  const [units, asOf] = [await unitsOf(db), await asOfOf(db)];
  const made = await filled(db, new Maker(units, true), tables, asOf);
  return { ...withEarlier(made, await madeOf(db, units, earlier, made), asOf), regions: provincesOf(units) };
}

/** The province of each unit below a country; a report of one province has none. */
function provincesOf(units: ReadonlyMap<string, Unit>): Map<string, string> {
  const provinceOf = (code: string | null): string | null => {
    const unit = units.get(code ?? "");
    return unit === undefined || unit.level === "province" ? (unit?.unit_code ?? null) : provinceOf(unit.parent_code);
  };
  if (!units.values().some(({ level }) => level === "country")) return new Map();
  const found = [...units.keys()].map((code) => [code, provinceOf(code)] as const);
  return new Map(found.filter((one): one is [string, string] => one[1] !== null));
}

/** The counts of earlier releases alone; of none an empty table. */
export async function earlierTable(
  db: Database,
  tables: ReadonlySet<string>,
  earlier: readonly EarlierCounts[],
): Promise<RegionedTable> {
  const units = await unitsOf(db);
  const now = await filled(db, new Maker(units, true), tables, await asOfOf(db));
  const before = await madeOf(db, units, earlier, now);
  const last = before.at(-1);
  const table =
    last === undefined ? { cells: [], equations: [], places: [] } : withEarlier(last.made, before, last.as_of);
  return { ...table, regions: provincesOf(units) };
}

async function madeOf(
  db: Database,
  units: ReadonlyMap<string, Unit>,
  earlier: readonly EarlierCounts[],
  now: Maker,
): Promise<Before[]> {
  const before: Before[] = [];
  for (const one of earlier)
    before.push({
      as_of: one.as_of,
      made: await filled(db, new Maker(units, now.isKnown, one, now), one.tables, one.as_of),
    });
  return before;
}

/**
 * The same from the public tables alone, as anybody has them: a hidden count is taken for 0, which no attack looks at.
 * @param earlier what earlier releases have published
 */
export async function publishedCountTable(
  db: Database,
  tables: ReadonlySet<string>,
  earlier: readonly EarlierCounts[] = [],
): Promise<RegionedTable> {
  const [units, asOf] = [await unitsOf(db), await asOfOf(db)];
  const now = await filled(db, new Maker(units, false), tables, asOf);
  const unknown = earlier.map((one) => ({ ...one, valueOf: () => 0 }));
  return { ...withEarlier(now, await madeOf(db, units, unknown, now), asOf), regions: provincesOf(units) };
}

async function filled(db: Database, made: Maker, tables: ReadonlySet<string>, asOf: string): Promise<Maker> {
  for (const source of publicCounts.filter(({ table }) => tables.has(table))) await made.read(db, source);
  if (tables.has("what_blocks")) new TableLinks(made).linkStates();
  if (tables.has("pace")) await new DayLinks(made, db, asOf).link();
  if (tables.has("stock_and_due")) new TableLinks(made).linkDoses(daysBefore(asOf, 27));
  return made;
}

async function asOfOf(db: Database): Promise<string> {
  const [row] = await db.all<{ as_of: string }>("select cast(as_of as varchar) as as_of from params");
  return row?.as_of ?? "";
}

async function unitsOf(db: Database): Promise<Map<string, Unit>> {
  const rows = await db.all<{ unit_code: string; parent_code: string | null; level: string }>(`
    select distinct unit.unit_code, unit.parent_code, unit.level
    from unit join params on params.edition = unit.edition join unit_path on unit_path.unit_code = unit.unit_code
    order by unit.unit_code`);
  return new Map(rows.map((row) => [row.unit_code, { ...row, cost: COST_OF_LEVEL[row.level] ?? 1 }]));
}
