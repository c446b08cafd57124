import type { Database } from "../db.ts";
import { type PublicCounts, publicCounts, sameCounts } from "./public-counts.ts";
import type { Cell, CountTable, Equation } from "./table.ts";

/** Where a cell stands in the public tables. */
export interface Place {
  source: PublicCounts;
  unit: string;
  scope: string;
  /** The values of the source's keys. */
  keys: readonly string[];
  count: string;
}

/** The public counts of a run as one table, and where each cell stands; cells without a place are published nowhere. */
export interface PlacedTable extends CountTable {
  places: ReadonlyArray<Place | null>;
}

/** A unit of the report, and what hiding one of its counts costs. */
interface Unit {
  unit_code: string;
  parent_code: string | null;
  cost: number;
}

// A province's numbers are read by more people than a commune's.
const COST_OF_LEVEL: Readonly<Record<string, number>> = { commune: 1, district: 20, province: 400, country: 8000 };
// A zero says more than a small number does once it is hidden.
const COST_OF_ZERO = 5;

/** Reads the counts of the public tables there are, hidden ones with their values, and what is known to hold between them. */
export async function countTable(db: Database, tables: ReadonlySet<string>): Promise<PlacedTable> {
  return tableOf(db, tables, true);
}

/** The same from the public tables alone, as anybody has them: a hidden count is taken for 0, which no attack looks at. */
export async function publishedCountTable(db: Database, tables: ReadonlySet<string>): Promise<PlacedTable> {
  return tableOf(db, tables, false);
}

async function tableOf(db: Database, tables: ReadonlySet<string>, known: boolean): Promise<PlacedTable> {
  const made = new Maker(await unitsOf(db), known);
  for (const source of publicCounts.filter(({ table }) => tables.has(table))) await made.read(db, source);
  if (tables.has("what_blocks")) made.linkStates();
  return made.table();
}

async function unitsOf(db: Database): Promise<Map<string, Unit>> {
  const rows = await db.all<{ unit_code: string; parent_code: string | null; level: string }>(`
    select distinct unit.unit_code, unit.parent_code, unit.level
    from unit join params on params.edition = unit.edition join unit_path on unit_path.unit_code = unit.unit_code
    order by unit.unit_code`);
  return new Map(rows.map((row) => [row.unit_code, { ...row, cost: COST_OF_LEVEL[row.level] ?? 1 }]));
}

class Maker {
  readonly #units: ReadonlyMap<string, Unit>;
  /** Whether the hidden counts are known. */
  readonly #known: boolean;
  readonly #cells: Cell[] = [];
  readonly #places: Array<Place | null> = [];
  readonly #equations: Equation[] = [];
  readonly #at = new Map<string, number>();

  constructor(units: ReadonlyMap<string, Unit>, known: boolean) {
    this.#units = units;
    this.#known = known;
  }

  table(): PlacedTable {
    return { cells: this.#cells, equations: this.#equations, places: this.#places };
  }

  /** The cells of one table, and its sums by row, by unit and by total. */
  async read(db: Database, source: PublicCounts): Promise<void> {
    const keys = source.keys.map((key) => `cast(public.${key} as varchar)`).join(", ");
    const hidden = (count: string) => `public.${count}_status is not distinct from 'c'`;
    const value = (count: string) =>
      this.#known ? `model.${count}::double` : `if(${hidden(count)}, 0, public.${count}::double)`;
    const model = `join ${source.table} as model using (unit_code, scope${source.keys.map((key) => `, ${key}`).join("")})`;
    const rows = await db.all<Record<string, unknown>>(`
      select public.unit_code, public.scope, cast([${keys}] as varchar[]) as keys,
        ${source.counts.map((count) => `${value(count)} as ${count}, ${hidden(count)} as ${count}_hidden`).join(", ")}
      from published_${source.table} as public ${this.#known ? model : ""}
      order by all`);
    for (const row of rows) this.#addRow(source, row);
    for (const row of rows) this.#sumUnits(source, row);
    this.#sumTotals(source, rows);
  }

  #addRow(source: PublicCounts, row: Record<string, unknown>): void {
    const [unit, scope] = [String(row.unit_code), String(row.scope)];
    const keys = keysOf(row);
    for (const count of source.counts) {
      if (row[count] === null) continue;
      const value = Number(row[count]);
      const cost = (this.#units.get(unit)?.cost ?? 1) * (1 + Math.log1p(value)) * (value === 0 ? COST_OF_ZERO : 1);
      this.#add(
        { value, hidden: row[`${count}_hidden`] === true, sensitive: true, cost },
        { source, unit, scope, keys, count },
      );
    }
    for (const { whole, parts, open } of source.sums)
      this.#sum([source.table, unit, scope, ...keys], whole, parts, open);
  }

  #add(cell: Cell, place: Place | null): number {
    const at = this.#cells.push(cell) - 1;
    this.#places.push(place);
    if (place !== null)
      this.#at.set(nameOf(place.source.table, place.unit, place.scope, ...place.keys, place.count), at);
    return at;
  }

  /** A sum within a row; what is left over in an open one is known to nobody but bounds the others. */
  #sum(row: readonly string[], whole: string, parts: readonly string[], open: boolean): void {
    const cells = [whole, ...parts].map((count) => this.#at.get(nameOf(...row, count)));
    if (cells.includes(undefined)) return;
    this.#equate(cells as number[], open);
  }

  /** The first cell is the sum of the others, and of what is left over where the sum is open. */
  #equate(cells: readonly number[], open: boolean): void {
    const [whole = 0, ...parts] = cells;
    const sum = parts.reduce((all, at) => all + (this.#cells[at]?.value ?? 0), 0);
    const left = (this.#cells[whole]?.value ?? 0) - sum;
    // What does not hold in the data tells a reader nothing.
    if (this.#known && (left < 0 || (left > 0 && !open))) return;
    const rest = open ? [this.#add(leftOver(left), null)] : [];
    const all = [whole, ...parts, ...rest];
    this.#equations.push({ cells: all, signs: all.map((_, at) => (at === 0 ? 1 : -1)) });
  }

  /** A unit with everything below it is what is below it and its own level; a row that is not there is a zero. */
  #sumUnits(source: PublicCounts, row: Record<string, unknown>): void {
    if (row.scope !== "all") return;
    const unit = String(row.unit_code);
    const keys = keysOf(row);
    const below = this.#below(unit);
    if (below.length === 0) return;
    for (const count of source.counts) {
      const named = (code: string, scope: string) => this.#at.get(nameOf(source.table, code, scope, ...keys, count));
      const whole = named(unit, "all");
      const parts = below.map((code) => named(code, "all")).filter((at) => at !== undefined);
      // Where nothing below is published, as by age in communes, nothing can be added up.
      if (whole === undefined || parts.length === 0) continue;
      const own = named(unit, "at_this_level");
      const all = own === undefined ? parts : [...parts, own];
      this.#equate([whole, ...all], this.#known && !this.#addsUp(whole, all));
    }
  }

  #addsUp(whole: number, parts: readonly number[]): boolean {
    return this.#cells[whole]?.value === parts.reduce((sum, at) => sum + (this.#cells[at]?.value ?? 0), 0);
  }

  #children: Map<string, string[]> | null = null;

  #below(unit: string): string[] {
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
    if (at !== undefined && parts.length > 0) this.#equate([at, ...parts.filter((part) => part !== undefined)], true);
  }

  /** Who waits for a step is in the state before it; of a class, those who wait and those who are cleaned. */
  linkStates(): void {
    for (const { unit_code: unit } of this.#units.values()) {
      for (const scope of ["all", "at_this_level"]) {
        const progress = (count: string) => this.#at.get(nameOf("cleaning_progress", unit, scope, count));
        const blocks = (reason: string, count: string) =>
          this.#at.get(nameOf("what_blocks", unit, scope, reason, count));
        for (const { reason, state } of sameCounts) this.#link([progress(state), blocks(reason, "waiting")], false);
        for (const one of ["class_a", "class_b", "class_c"])
          this.#link([progress(one), ...sameCounts.map(({ reason }) => blocks(reason, one))], true);
      }
    }
  }

  #link(cells: ReadonlyArray<number | undefined>, open: boolean): void {
    if (!cells.includes(undefined)) this.#equate(cells as number[], open);
  }
}

const keysOf = (row: Record<string, unknown>): string[] => row.keys as string[];

const nameOf = (...parts: readonly string[]): string => parts.join("\0");

const leftOver = (value: number): Cell => ({ value, hidden: true, sensitive: false, cost: 1 });
