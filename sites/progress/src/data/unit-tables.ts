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
