import { identifier, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { narrowedBelow } from "./attack.ts";
import { type Chosen, NoRoom } from "./choose.ts";
import { countTable, earlierTable } from "./count-table.ts";
import { type EarlierCounts, keptName } from "./earlier-counts.ts";
import { type Hiding, hideByRegion } from "./hide-by-region.ts";
import type { Interval } from "./interval.ts";
import type { Place, PlacedTable, RegionedTable } from "./place.ts";
import { cellColumns, type PublicCounts, publicCounts } from "./public-counts.ts";
import { type RegionOf, regionsOfCells } from "./regions.ts";
import { sectionsOf } from "./table.ts";
import { moved, type Witness } from "./witness.ts";

/**
 * Hides, in the public tables, what else has to be hidden so that no hidden count, of these or of earlier releases, can be
 * narrowed below a width.
 * @param by what was chosen before, where it is to be taken from, and who is told how far it is
 */
export async function hideFromArithmetic(
  db: Database,
  tables: ReadonlySet<string>,
  width: number,
  earlier: readonly EarlierCounts[] = [],
  by: Pick<Hiding, "kept" | "told"> = {},
): Promise<Hidden> {
  const table = await countTable(db, tables, earlier);
  await createLedger(db);
  await note(db, table, (at) => table.cells[at]?.hidden === true, "primary");
  const chosen = await hideIn(table, { width, mayStick: earlier.length > 0, ...by });
  await note(db, table, (at) => chosen.more.has(at), "additional");
  for (const source of publicCounts.filter((one) => tables.has(one.table))) await applyMask(db, source);
  const { stuck, witnesses } = chosen;
  return { given: new Set([...stuck].map((at) => nameOf(table.places[at] ?? null))), witnesses };
}

/** What came of hiding. */
export interface Hidden {
  /** The counts that stay too narrow whatever is hidden now, since earlier releases have told too much: see `placeText`. */
  given: ReadonlySet<string>;
  /** Tables that show every other hidden count to be wide, for the gate to check. */
  witnesses: readonly Witness[];
}

/** @throws {Error} naming the count that stays too narrow whatever else is hidden */
async function hideIn(table: RegionedTable, hiding: Hiding): Promise<Chosen> {
  try {
    return await hideByRegion(table, regionIn(table), hiding);
  } catch (cause) {
    const place = cause instanceof NoRoom ? table.places[cause.cell] : null;
    if (place === null || place === undefined) throw cause;
    throw new Error(`${placeText(place)}: cannot be hidden so that it stays hidden, whatever else is`, { cause });
  }
}

/** The region of a cell: not known of those that are published nowhere. */
const regionIn =
  ({ places, regions }: RegionedTable): RegionOf =>
  (cell) => {
    const place = places[cell];
    return place === null || place === undefined ? undefined : (regions.get(place.unit) ?? null);
  };

/** A hidden count that can be narrowed, and to what. */
export interface NarrowedPlace extends Interval {
  place: Place;
}

/**
 * The gate: attacks the public tables as they are about to leave.
 * @param hidden the counts that earlier releases have given away, and what was shown when counts were hidden: the gate looks
 *   whether it is right for what leaves, and attacks the rest
 * @throws {Error} naming where a hidden count can be narrowed
 */
export async function refuseNarrowed(
  db: Database,
  tables: ReadonlySet<string>,
  width: number,
  earlier: readonly EarlierCounts[] = [],
  { given, witnesses }: Hidden = { given: new Set(), witnesses: [] },
): Promise<void> {
  const found = await narrowedPlaces(await countTable(db, tables, earlier), width, witnesses);
  const narrowed = found.filter(({ place }) => !given.has(placeText(place)));
  if (narrowed.length === 0) return;
  const list = narrowed.slice(0, 20).map(({ place }) => placeText(place));
  throw new Error(
    `${narrowed.length} số bị ẩn tính lại được, không công bố | hidden counts can be narrowed, nothing is published: ${list.join("; ")}`,
  );
}

/** Earlier releases with the hidden counts that they give away by themselves: no later release can take them back. */
export async function withGiven(
  db: Database,
  tables: ReadonlySet<string>,
  width: number,
  earlier: readonly EarlierCounts[],
): Promise<{ earlier: EarlierCounts[]; given: number }> {
  if (earlier.length === 0) return { earlier: [], given: 0 };
  const narrowed = await narrowedPlaces(await earlierTable(db, tables, earlier), width);
  const byRelease = Map.groupBy(narrowed, ({ place }) => place.release);
  const marked = earlier.map((one) => ({
    ...one,
    given: new Set((byRelease.get(one.as_of) ?? []).map(({ place }) => keptName(place))),
  }));
  return { earlier: marked, given: narrowed.length };
}

/**
 * Where hidden counts can be narrowed below a width.
 * @param witnesses what may show some of them to be wide
 */
export async function narrowedPlaces(
  table: RegionedTable,
  width: number,
  witnesses: readonly Witness[] = [],
): Promise<NarrowedPlace[]> {
  const narrowed: NarrowedPlace[] = [];
  const regions = table.regions.size === 0 ? [] : regionsOfCells(table, regionIn(table));
  const byCell = Map.groupBy(witnesses, ({ cells }) => cells[0] ?? -1);
  for (const section of sectionsOf(table)) {
    const place = new Map(section.at.map((cell, index) => [cell, index]));
    const own = section.at.flatMap((cell) => byCell.get(cell) ?? []);
    const known = own.map((witness) => moved(witness, (cell) => place.get(cell) ?? -1));
    for (const [cell, interval] of await narrowedBelow(
      section,
      width,
      known,
      (cell) => regions[section.at[cell] ?? -1],
    )) {
      const found = table.places[section.at[cell] ?? -1];
      if (found !== undefined && found !== null) narrowed.push({ place: found, ...interval });
    }
  }
  return narrowed;
}

/** A place as one line, such as `dose_due 25195 all booster_1 persons`. */
export function placeText({ source, unit, scope, keys, count, release }: Place): string {
  return [source.table, unit, scope, ...keys, count, ...(release === undefined ? [] : [`(${release})`])].join(" ");
}

const nameOf = (place: Place | null): string => (place === null ? "" : placeText(place));

/** `mask`: every hidden count, why it is and what it is, one row a cell; it never leaves the private folder. */
async function createLedger(db: Database): Promise<void> {
  await db.run(
    "create or replace table mask (table_name varchar, unit_code varchar, scope varchar, keys varchar, count_name varchar, reason varchar, value double)",
  );
}

async function note(
  db: Database,
  { cells, places }: PlacedTable,
  wanted: (at: number) => boolean,
  reason: "primary" | "additional",
): Promise<void> {
  const rows = cells.flatMap((_, at) => {
    const place = places[at];
    if (place === undefined || place === null || place.release !== undefined || !wanted(at)) return [];
    const { unit, scope, keys, count } = place;
    return tablesWith(place).map((table) => [
      ...[table, unit, scope, keys.join("\u001f"), count],
      ...[reason, cells[at]?.value ?? 0],
    ]);
  });
  await db.append("mask", rows);
}

/** The tables that have a count: its own, and those that tell it of units with everything below them. */
function tablesWith({ source: { table }, scope, count }: Place): string[] {
  const others = scope === "all" ? publicCounts.filter(({ sameAs }) => sameAs?.[count] === table) : [];
  return [table, ...others.map((other) => other.table)];
}

/** Every cell of the mask becomes one that is hidden like any other, and with it what could be computed from it. */
async function applyMask(db: Database, source: PublicCounts): Promise<void> {
  const { table, keys, isWhole, follow } = source;
  const key =
    keys.length === 0
      ? "''"
      : `concat_ws(chr(31), ${keys.map((name) => `cast(public.${name} as varchar)`).join(", ")})`;
  const hide = (column: string, names: readonly string[]) =>
    db.run(`update published_${table} as public
      set ${identifier(column)} = null, ${identifier(`${column}_status`)} = 'c'
      from (select distinct unit_code, scope, keys from mask
        where table_name = ${literal(table)} and count_name in (${names.map(literal).join(", ")})) as hidden
      where hidden.unit_code = public.unit_code and ${isWhole ? "true" : "hidden.scope = public.scope"} and hidden.keys = ${key}
        and (${identifier(`${column}_status`)} is null or ${identifier(`${column}_status`)} = 'c')`);
  for (const count of cellColumns(source)) await hide(count, [count]);
  for (const [column, names] of Object.entries(follow)) await hide(column, names);
}

/** How much of a table is hidden at a level: counts that there are, small ones, and those hidden in addition. */
export interface HiddenShare {
  table: string;
  level: string;
  cells: number;
  primary: number;
  additional: number;
}

/** The share that is hidden of each table and level. */
export async function hiddenShares(db: Database, tables: ReadonlySet<string>): Promise<HiddenShare[]> {
  const selects = publicCounts
    .filter(({ table }) => tables.has(table))
    .map((source) => {
      const { table } = source;
      return `select ${literal(table)} as table_name, unit_code, ${cellColumns(source).length} * count(*) as cells from published_${table} group by unit_code`;
    });
  if (selects.length === 0) return [];
  return db.all(`
    with cell as (
      select table_name, level, any_value(level_position) as position, sum(cells) as cells
      from (${selects.join(" union all ")}) join unit using (unit_code) join params using (edition)
      group by table_name, level
    ), hidden as (
      select table_name, level, count(*) filter (reason = 'primary') as primary_, count(*) filter (reason = 'additional') as additional
      from mask join unit using (unit_code) join params using (edition)
      group by table_name, level
    )
    select table_name as "table", level, cells::double as cells, coalesce(primary_, 0)::double as primary, coalesce(additional, 0)::double as additional
    from cell left join hidden using (table_name, level)
    order by table_name, position`);
}
