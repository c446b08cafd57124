import type { CellStatus } from "@tiendo/schema";
import type { CountedTable } from "./rolled-tables.ts";

/** A row of a published table. */
export type Row = Readonly<Record<string, unknown>>;

/** One count of a part: its number or why there is none, and what it is at most as far as the same folder tells. */
export interface PartCount {
  keys: string[];
  column: string;
  value: number | null;
  status: CellStatus | null;
  most: number | null;
}

/** The counts in a part's rows of one table. */
export function partCounts(source: CountedTable, rows: readonly Row[]): PartCount[] {
  const byKeys = new Map(rows.map((row) => [keysOf(source, row).join("\0"), row]));
  return rows.flatMap((row) =>
    source.counts.map((column) => ({
      keys: keysOf(source, row),
      column,
      value: numberIn(row, column),
      status: (row[`${column}_status`] ?? null) as CellStatus | null,
      most: mostOf(source, byKeys, row, column),
    })),
  );
}

function keysOf({ keys }: CountedTable, row: Row): string[] {
  return keys.map((key) => String(row[key]));
}

function numberIn(row: Row, column: string): number | null {
  return typeof row[column] === "number" ? row[column] : null;
}

/**
 * The smallest published number that is known to hold a count, null where there is none. Others published in the same sum are not
 * taken off it: a folder may hide small counts alone, and what is left of the sum would then be the hidden count itself.
 */
function mostOf(source: CountedTable, byKeys: ReadonlyMap<string, Row>, row: Row, column: string): number | null {
  const wholes = source.sums.filter(({ parts }) => parts.includes(column)).map(({ whole }) => whole);
  const known = wholes.map((whole) => numberIn(row, whole) ?? mostOf(source, byKeys, row, whole));
  const totals = Object.entries(source.totals).flatMap(([key, total]) => {
    const whole = row[key] === total ? undefined : byKeys.get(keysOf(source, { ...row, [key]: total }).join("\0"));
    return whole === undefined ? [] : [numberIn(whole, column)];
  });
  const numbers = [...known, ...totals].filter((number) => number !== null);
  return numbers.length === 0 ? null : Math.min(...numbers);
}
