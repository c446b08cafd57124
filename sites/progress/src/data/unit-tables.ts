import type { DataPackage, PublishedTableName, publishedTables } from "@tiendo/schema";
import type { z } from "zod";
import { readOptionalTable } from "./published-table.ts";

/** The tables that pages look up by unit. */
const names = [
  "cleaning_progress",
  "cleaning_daily",
  "pace",
  "pace_needed",
  "what_blocks",
  "person_issue_count",
  "coverage",
  "dose_weekly",
  "entry_backlog",
  "dose_due",
  "stock_left",
  "stock_and_due",
  "return_completeness",
  "restatement",
  "revision",
  "indicator_progress",
  "signals",
  "reconciliation",
  "total_bound",
] as const satisfies readonly PublishedTableName[];

export type UnitTableName = (typeof names)[number];
export type UnitRow<Name extends UnitTableName> = z.infer<(typeof publishedTables)[Name]["schema"]>;

/** A table by unit code; without rows where the report does not publish it. */
export type UnitTables = { readonly [Name in UnitTableName]: ReadonlyMap<string, readonly UnitRow<Name>[]> };

/** Tables of which an earlier release shows its communes: in the tables of the unit above. */
const toldOfCommunes: ReadonlySet<string> = new Set<UnitTableName>([
  "cleaning_progress",
  "cleaning_daily",
  "stock_and_due",
  "revision",
  "restatement",
  "return_completeness",
  "signals",
  "reconciliation",
]);
const none: readonly never[] = [];

/**
 * The tables of an earlier release, without the rows that only pages of communes would show: of the whole country they take
 * most of the memory. That a commune had rows stays known.
 */
export function withoutCommunes(tables: UnitTables, isCommune: (unit_code: string) => boolean): UnitTables {
  const thinned = Object.entries(tables).map(([name, table]) => {
    if (toldOfCommunes.has(name)) return [name, table];
    const rows: [string, readonly unknown[]][] = [...table].map(([code, own]) => [code, isCommune(code) ? none : own]);
    return [name, new Map(rows)];
  });
  return Object.fromEntries(thinned) as UnitTables;
}

/** Reads each table of a folder once and groups it by unit; rows of units whose lower unit is unknown are left out. */
export function readUnitTables(folder: string, dataPackage: DataPackage): UnitTables {
  return Object.fromEntries(names.map((name) => [name, byUnit(folder, dataPackage, name)])) as unknown as UnitTables;
}

/** The same of one table alone, or of the rows of units whose lower unit is unknown. */
export function byUnit<Name extends UnitTableName>(
  folder: string,
  dataPackage: DataPackage,
  name: Name,
  of: "all" | "at_this_level" = "all",
): ReadonlyMap<string, UnitRow<Name>[]> {
  const rows: (UnitRow<Name> & { unit_code: string; scope?: string })[] = readOptionalTable(folder, dataPackage, name);
  return Map.groupBy(
    rows.filter(({ scope = "all" }) => scope === of),
    ({ unit_code }) => unit_code,
  );
}
