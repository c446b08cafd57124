import { ancestorsOf, unitByCode } from "@tiendo/units";

/** Counts by unit, scope and further keys, added up over the units above. */
export class Tally {
  readonly #counts = new Map<string, number>();

  /** Counts something in a unit, in every one above it, and at its own level where there are lower ones. */
  add(unit: string, key: string, count = 1): void {
    for (const above of [unit, ...ancestorsOf("2022", unit).map(({ code }) => code)])
      this.#put(`${above} all ${key}`, count);
    if (unitByCode("2022", unit)?.level !== "commune") this.#put(`${unit} at_this_level ${key}`, count);
  }

  #put(name: string, count: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
  }

  /** Every count that is not 0, by name. */
  get counts(): Map<string, number> {
    return new Map([...this.#counts].filter(([, count]) => count !== 0));
  }
}

/** The same of rows of a table: each column of counts by unit, scope, the row's keys and the column, and no zeros. */
export function countsOf(
  rows: ReadonlyArray<Record<string, unknown>>,
  keys: readonly string[],
  columns: readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const column of columns) {
      const count = Number(row[column] ?? 0);
      if (count === 0) continue;
      const name = nameOf(row, keys, column);
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
  return counts;
}

/** A count's name: its unit, scope, the row's keys and the column. */
export function nameOf(row: Readonly<Record<string, unknown>>, keys: readonly string[], column: string): string {
  return [row.unit_code, row.scope ?? "all", ...keys.map((key) => row[key]), column].join(" ");
}
