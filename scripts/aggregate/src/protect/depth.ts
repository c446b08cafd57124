import {
  defaultDepth,
  depthLevels,
  literal,
  type ReportDefinition,
  type TableWithDepth,
  tablesWithDepth,
} from "@tiendo/schema";
import type { Database } from "../db.ts";

/** Leaves out the rows of units below the level that a table goes down to: one that is hidden nearly everywhere helps nobody. */
export async function limitDepth(
  db: Database,
  tables: ReadonlySet<string>,
  { depth }: Pick<ReportDefinition, "depth">,
): Promise<void> {
  for (const name of tablesWithDepth) {
    const { table, rows } = rowsOf(name);
    const below = levelsBelow(depth?.[name] ?? defaultDepth[name] ?? "commune");
    if (!tables.has(table) || below.length === 0) continue;
    await db.run(`delete from published_${table} where ${rows} and unit_code in (
      select unit_code from unit join params using (edition) where level in (${below.map(literal).join(", ")}))`);
  }
}

function rowsOf(name: TableWithDepth): { table: string; rows: string } {
  if (name !== "coverage_by_age_and_sex") return { table: name, rows: "true" };
  return { table: "coverage", rows: "(age_group <> 'all' or sex <> 'all')" };
}

const levelsBelow = (level: (typeof depthLevels)[number]): string[] =>
  depthLevels.slice(depthLevels.indexOf(level) + 1);
