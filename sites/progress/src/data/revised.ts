import type { PublishedUnit } from "@tiendo/schema";
import type { Report } from "./report.ts";
import type { UnitTableName } from "./unit-tables.ts";

/** The columns of a unit's rows of a table that the release before stated otherwise, by day. */
export function revisedColumns(
  report: Report,
  { unit_code }: PublishedUnit,
  table: UnitTableName,
): ReadonlyMap<string, ReadonlySet<string>> {
  const revisions = (report.tables.revision.get(unit_code) ?? []).filter(({ table_name }) => table_name === table);
  const byDay = Map.groupBy(revisions, ({ day }) => day);
  return new Map([...byDay].map(([day, of]) => [day, new Set(of.map(({ column_name }) => column_name))]));
}
