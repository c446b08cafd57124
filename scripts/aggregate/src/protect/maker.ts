import type { Database } from "../db.ts";
import { type EarlierCounts, keptName } from "./earlier-counts.ts";
import type { Interval } from "./interval.ts";
import type { Place, PlacedTable, Unit } from "./place.ts";
import { cellColumns, type PublicCounts, type Share } from "./public-counts.ts";
import { shareBounds, shareRange } from "./share-range.ts";
import type { Cell, Equation } from "./table.ts";
import { sameDay } from "./with-earlier.ts";

// A zero says more than a small number does once it is hidden.
const COST_OF_ZERO = 5;
const CLEANED_BY = "cleaned_by";

/** Makes one table of the cells of many, and of what links them. */
export class Maker {
  readonly #units: ReadonlyMap<string, Unit>;
  /** Whether the hidden counts are known. */
  readonly #known: boolean;
  readonly #cells: Cell[] = [];
  readonly #places: Array<Place | null> = [];
  readonly #equations: Equation[] = [];
  readonly #at = new Map<string, number>();

  readonly #earlier: EarlierCounts | null;
  readonly #now: Maker | null;

  /**
   * @param known whether the hidden counts are known
   * @param earlier the release that the counts are of, null for the run's own
   * @param now the run's own counts: what an earlier run has not kept of a past day is what it is now
   */
  constructor(
    units: ReadonlyMap<string, Unit>,
    known: boolean,
    earlier: EarlierCounts | null = null,
    now: Maker | null = null,
  ) {
    this.#units = units;
    this.#known = known;
    this.#earlier = earlier;
    this.#now = now;
  }

  /** Whether the hidden counts are known. */
  get isKnown(): boolean {
    return this.#known;
  }

  table(): PlacedTable {
    return { cells: this.#cells, equations: this.#equations, places: this.#places };
  }

  /** The cells of one table, and its sums by row, by unit and by total. */
  async read(db: Database, source: PublicCounts): Promise<void> {
    const keys = source.keys.map((key) => `cast(public.${key} as varchar)`).join(", ");
    const scope = source.isWhole ? "'all'" : "public.scope";
    const grain = ["unit_code", ...(source.isWhole ? [] : ["scope"]), ...source.keys];
    const model = `join ${source.model ?? source.table} as model using (${grain.join(", ")})`;
    const columns = [
      ...source.counts.flatMap((count) => this.#selected(count, count)),
      ...Object.entries(source.shares ?? {}).flatMap(([column, { part }]) => this.#selected(column, part)),
      ...(source.shares === undefined
        ? []
        : ["public.median_days::double as median_days", "public.ninetieth_days::double as ninetieth_days"]),
    ];
    const rows = await db.all<Record<string, unknown>>(`
      select public.unit_code, ${scope} as scope, cast([${keys}] as varchar[]) as keys, ${columns.join(", ")}
      from ${this.#earlier?.relation(source.table) ?? `published_${source.table}`} as public ${this.#readsModel ? model : ""}
      order by all`);
    for (const row of rows) this.#addRow(source, row);
    for (const row of rows) this.#sumUnits(source, row);
    this.#sumTotals(source, rows);
    this.#rows.set(source.table, rows);
  }

  get #readsModel(): boolean {
    return this.#known && this.#earlier === null;
  }

  /** What is read of a count: what it is, as far as it is known; whether it is hidden; and what is published of it. */
  #selected(column: string, part: string): string[] {
    const hidden = `public.${column}_status is not distinct from 'c'`;
    const gone = `public.${column}_status in ('x', 'z')`;
    const value = this.#readsModel ? `model.${part}::double` : `if(${hidden}, 0, public.${column}::double)`;
    return [
      `if(coalesce(${gone}, false), null, ${value}) as ${column}`,
      `${hidden} as ${column}_hidden`,
      `public.${column}::double as ${column}_told`,
    ];
  }

  /** The rows of a table, as they were read. */
  rowsOf(table: string): ReadonlyArray<Record<string, unknown>> {
    return this.#rows.get(table) ?? [];
  }

  readonly #rows = new Map<string, ReadonlyArray<Record<string, unknown>>>();

  #addRow(source: PublicCounts, row: Record<string, unknown>): void {
    const [unit, scope] = [String(row.unit_code), String(row.scope)];
    if (scope === "at_this_level") this.#withOwn.add(unit);
    const keys = keysOf(row);
    for (const count of source.counts) {
      if (row[count] === null) continue;
      const bounds = boundsIn(source, count);
      this.#addCount(row, count, { source, unit, scope, keys, count }, bounds === undefined ? {} : { bounds });
    }
    for (const [column, share] of Object.entries(source.shares ?? {}))
      if (row[column] !== null)
        this.#addCount(row, column, { source, unit, scope, keys, count: column }, this.#shareOf(row, column, share));
    for (const { whole, parts, open } of source.sums)
      this.#sum(nameOf(source.table, unit, scope, ...keys), whole, parts, open);
  }

  readonly #withOwn = new Set<string>();

  /** Whether some people are known of no unit below one. */
  hasOwn(unit: string): boolean {
    return this.#withOwn.has(unit);
  }

  #addCount(row: Record<string, unknown>, count: string, own: Place, known: Pick<Cell, "bounds" | "told">): void {
    const hidden = row[`${count}_hidden`] === true;
    if (this.#isKnownAs(own, row[`${count}_hidden`] === true)) return;
    const place = this.#earlier === null ? own : { ...own, release: this.#earlier.as_of };
    const kept = this.#earlier !== null && hidden ? this.#keptOf(this.#earlier, place) : Number(row[count]);
    // What an earlier run has not kept is known to nobody.
    if (kept === undefined) return;
    const value = this.#within(kept, known.told);
    const worth = 1 + Math.log1p(Math.abs(value));
    const cost = (this.#units.get(place.unit)?.cost ?? 1) * worth * (value === 0 ? COST_OF_ZERO : 1);
    // What has been published stays so.
    const sensitive = this.#earlier?.given.has(keptName(place)) !== true;
    this.#add(
      { value, hidden, sensitive, cost: this.#earlier === null ? cost : Number.POSITIVE_INFINITY, ...known },
      place,
    );
  }

  /** Whether another table has the count too: then it is one cell, and told where either tells it. */
  #isKnownAs({ source, unit, scope, keys, count }: Place, hidden: boolean): boolean {
    const table = source.sameAs?.[count];
    const at = table === undefined ? undefined : this.at(table, unit, scope, ...keys, count);
    const cell = this.#cells[at ?? -1];
    if (at === undefined || cell === undefined) return false;
    cell.hidden &&= hidden;
    this.#at.set(nameOf(source.table, unit, scope, ...keys, count), at);
    return true;
  }

  #keptOf(earlier: EarlierCounts, place: Place): number | undefined {
    const kept = earlier.valueOf(place);
    if (kept !== undefined || this.#now === null) return kept;
    const same = sameDay(this.#now, place, earlier.as_of);
    return same === undefined ? undefined : this.#now.#cells[same]?.value;
  }

  /** A number that agrees with the range that is told: of what is published as a percentage the count itself is read in a run alone. */
  #within(value: number, told: Interval | undefined): number {
    return told === undefined || this.#readsModel ? value : told.low;
  }

  /** What is published of a count by a rounded percentage, and by the days within which half and nine tenths were entered. */
  #shareOf(row: Record<string, unknown>, column: string, { of, days }: Share): Pick<Cell, "bounds" | "told"> {
    const whole = row[`${of}_hidden`] === true ? null : Number(row[of]);
    if (whole === null) return {};
    const bounds = shareBounds(whole, days, row);
    const told = row[`${column}_told`];
    return told === null || told === undefined ? { bounds } : { bounds, told: shareRange(whole, Number(told), bounds) };
  }

  #add(cell: Cell, place: Place | null): number {
    const at = this.#cells.push(cell) - 1;
    this.#places.push(place);
    if (place !== null)
      this.#at.set(nameOf(place.source.table, place.unit, place.scope, ...place.keys, place.count), at);
    return at;
  }

  /** How many were cleaned in a unit by a day, which is published nowhere and links what is. */
  addCleanedBy(unit: string, day: string, value: number): number {
    const at = this.#add(leftOver(value), null);
    this.#at.set(nameOf(CLEANED_BY, unit, day), at);
    return at;
  }

  /** Where stands how many were cleaned in a unit by a day, if it links anything. */
  cleanedBy(unit: string, day: string): number | undefined {
    return this.at(CLEANED_BY, unit, day);
  }

  /** Where a count stands; undefined where it is in no public table. */
  at(...name: readonly string[]): number | undefined {
    return this.#at.get(nameOf(...name));
  }

  get units(): ReadonlyMap<string, Unit> {
    return this.#units;
  }

  /** A sum within a row; what is left over in an open one is known to nobody but bounds the others. */
  #sum(row: string, whole: string, parts: readonly string[], open: boolean): void {
    const cells = [whole, ...parts].map((count) => this.#at.get(nameOf(row, count)));
    if (cells.includes(undefined)) return;
    this.equate(cells as number[], open);
  }

  /** The first cell is the sum of the others, and of what is left over where the sum is open. */
  equate(cells: readonly number[], open: boolean): void {
    const [whole = 0, ...parts] = cells;
    const sum = parts.reduce((all, at) => all + (this.#cells[at]?.value ?? 0), 0);
    const left = (this.#cells[whole]?.value ?? 0) - sum;
    // What does not hold in the data tells a reader nothing.
    if (this.#known && (left < 0 || (left > 0 && !open))) return;
    const rest = open ? [this.#add(leftOver(left), null)] : [];
    const all = [whole, ...parts, ...rest];
    this.#equations.push({ cells: all, signs: all.map((_, at) => (at === 0 ? 1 : -1)) });
  }

  /** Cells whose sum with these signs is nothing; what does not hold in the data tells a reader nothing. */
  balance(cells: readonly number[], signs: ReadonlyArray<1 | -1>): void {
    const own = signs.slice(0, cells.length);
    const sum = cells.reduce((all, at, place) => all + (own[place] ?? 1) * (this.#cells[at]?.value ?? 0), 0);
    if (!this.#known || sum === 0) this.#equations.push({ cells, signs: own });
  }

  /** A unit with everything below it is what is below it and its own level; a row that is not there is a zero. */
  #sumUnits(source: PublicCounts, row: Record<string, unknown>): void {
    if (row.scope !== "all") return;
    const unit = String(row.unit_code);
    const keys = keysOf(row);
    const below = this.below(unit);
    if (below.length === 0) return;
    // Named once a row: a country has hundreds of thousands of them, each with many counts.
    const rowOf = (code: string, scope: string) => nameOf(source.table, code, scope, ...keys);
    const [wholeRow, ownRow, rowsBelow] = [
      rowOf(unit, "all"),
      rowOf(unit, "at_this_level"),
      below.map((code) => rowOf(code, "all")),
    ];
    for (const count of cellColumns(source).filter((one) => source.running?.includes(one) !== true)) {
      const whole = this.#at.get(nameOf(wholeRow, count));
      const parts = rowsBelow.map((row) => this.#at.get(nameOf(row, count))).filter((at) => at !== undefined);
      // Where the other table that has the count has added it up.
      if (whole !== undefined && this.#places[whole]?.source.table !== source.table) continue;
      // Where nothing below is published, as by age in communes, nothing can be added up.
      if (whole === undefined || parts.length === 0) continue;
      const own = this.#at.get(nameOf(ownRow, count));
      const all = own === undefined ? parts : [...parts, own];
      const open = (source.isWhole === true && this.#withOwn.has(unit)) || (this.#known && !this.#addsUp(whole, all));
      this.equate([whole, ...all], open);
    }
  }

  #addsUp(whole: number, parts: readonly number[]): boolean {
    return this.#cells[whole]?.value === parts.reduce((sum, at) => sum + (this.#cells[at]?.value ?? 0), 0);
  }

  #children: Map<string, string[]> | null = null;

  below(unit: string): string[] {
    this.#children ??= Map.groupBy(this.#units.keys(), (code) => this.#units.get(code)?.parent_code ?? "") as Map<
      string,
      string[]
    >;
    return this.#children.get(unit) ?? [];
  }

  /** A total over a key is at least the sum of its values. */
  #sumTotals(source: PublicCounts, rows: ReadonlyArray<Record<string, unknown>>): void {
    for (const [key, total] of Object.entries(source.totals)) {
      const place = source.keys.indexOf(key);
      const groups = Map.groupBy(rows, (row) =>
        nameOf(String(row.unit_code), String(row.scope), ...keysOf(row).with(place, "")),
      );
      for (const group of groups.values())
        for (const count of source.counts) this.#sumTotal(source, group, place, total, count);
    }
  }

  #sumTotal(
    source: PublicCounts,
    group: ReadonlyArray<Record<string, unknown>>,
    place: number,
    total: string,
    count: string,
  ): void {
    const cellOf = (row: Record<string, unknown>) =>
      this.#at.get(nameOf(source.table, String(row.unit_code), String(row.scope), ...keysOf(row), count));
    const whole = group.find((row) => keysOf(row)[place] === total);
    const parts = group.filter((row) => keysOf(row)[place] !== total).map(cellOf);
    const at = whole === undefined ? undefined : cellOf(whole);
    if (at !== undefined && parts.length > 0) this.equate([at, ...parts.filter((part) => part !== undefined)], true);
  }
}

/** What is known of a count even where it is hidden; undefined where it is like others. */
function boundsIn({ isCounted, changes }: PublicCounts, count: string): Interval | undefined {
  if (changes?.includes(count) === true) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return isCounted === true ? { low: 1, high: Number.POSITIVE_INFINITY } : undefined;
}

/** The values of a row's keys. */
export const keysOf = (row: Record<string, unknown>): string[] => row.keys as string[];

const nameOf = (...parts: readonly string[]): string => parts.join("\0");

const leftOver = (value: number): Cell => ({ value, hidden: true, sensitive: false, cost: 1 });
