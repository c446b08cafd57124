import type { PublishedTableName } from "@tiendo/schema";
import { publicCounts, type RowSum } from "../protect/public-counts.ts";

/** A table whose counts add up over units: which columns tell its rows apart, and which are counts. */
export interface CountedTable {
  table: PublishedTableName;
  keys: readonly string[];
  counts: readonly string[];
  /** Counts that hold others, so that a hidden one is no more than the smallest that is published. */
  sums: readonly RowSum[];
  /** Keys of which one value stands for all others together, and for more. */
  totals: Readonly<Record<string, string>>;
}

const protectedTables = ["cleaning_progress", "what_blocks", "coverage", "dose_weekly", "dose_due"];

/** The tables that `rolled_count` adds up, count by count. */
export const countedTables: readonly CountedTable[] = [
  ...publicCounts
    .filter(({ table }) => protectedTables.includes(table))
    .map(({ table, keys, counts, sums, totals }) => ({
      ...{ table, keys, sums, totals },
      counts: table === "coverage" ? [...counts, "population"] : counts,
    })),
  {
    ...{ table: "stock_and_due", keys: [], sums: [], totals: {} },
    counts: ["doses_left", "doses_expiring", "persons_due", "given_28_days"],
  },
  {
    ...{ table: "indicator_progress", keys: ["indicator"], counts: ["done", "total", "value"], totals: {} },
    sums: [{ whole: "total", parts: ["done"], open: true }],
  },
];

/** All tables that are taken from a folder; of the others the rows themselves are read, see `sql/rollup`. */
export const rolledTables: readonly PublishedTableName[] = [
  ...countedTables.map(({ table }) => table),
  "stock_left",
  "return_completeness",
];
