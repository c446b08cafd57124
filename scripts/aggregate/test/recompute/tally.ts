import type { Places } from "./places.ts";
import type { Row } from "./row.ts";

/** Where a count belongs: `all` is a unit with everything below it, `at_this_level` what is known of no lower unit. */
export type Scope = "all" | "at_this_level";

/** Counts by unit and further keys, added up over the units above. */
export class Tally<Column extends string> {
  readonly #places: Places;
  readonly #keys: readonly string[];
  readonly #columns: readonly Column[];
  readonly #own = new Map<string, Map<string, number[]>>();

  constructor(places: Places, keys: readonly string[], columns: readonly Column[]) {
    this.#places = places;
    this.#keys = keys;
    this.#columns = columns;
  }

  /** Counts something in a unit; 0 says that there is a row, though it counts nothing. */
  add(unit: string, keys: readonly string[], column: Column, count = 1): void {
    const own = this.#own.get(unit) ?? new Map<string, number[]>();
    this.#own.set(unit, own);
    this.#put(own, keys.join("\0"), this.#columns.indexOf(column), count);
  }

  #put(rows: Map<string, number[]>, name: string, at: number, count: number): void {
    const row = rows.get(name) ?? this.#columns.map(() => 0);
    rows.set(name, row);
    row[at] = (row[at] ?? 0) + count;
  }

  /** One row a unit, scope and keys for which anything was counted. */
  rows(): Row[] {
    const sums = new Map<string, Map<string, number[]>>();
    for (const [unit, own] of this.#own)
      for (const place of this.#countedIn(unit)) {
        const rows = sums.get(place) ?? new Map<string, number[]>();
        sums.set(place, rows);
        for (const [name, counts] of own) for (const [at, count] of counts.entries()) this.#put(rows, name, at, count);
      }
    return [...sums].flatMap(([place, rows]) => [...rows].map(([name, counts]) => this.#row(place, name, counts)));
  }

  #countedIn(unit: string): string[] {
    const above = this.#places.upwards(unit).map((code) => `${code} all`);
    return above.length === 0 || this.#places.isCommune(unit) ? above : [...above, `${unit} at_this_level`];
  }

  #row(place: string, name: string, counts: readonly number[]): Row {
    const [unit_code, scope] = place.split(" ");
    const values = name.split("\0");
    const keys = this.#keys.map((key, at) => [key, values[at]] as const);
    const columns = this.#columns.map((column, at) => [column, counts[at]] as const);
    return { unit_code, scope, ...Object.fromEntries(keys), ...Object.fromEntries(columns) };
  }
}

/** Of rows by scope those of units with everything below them, without the scope. */
export function wholeUnits(rows: readonly Row[]): Row[] {
  return rows.filter(({ scope }) => scope === "all").map(({ scope, ...row }) => row);
}
