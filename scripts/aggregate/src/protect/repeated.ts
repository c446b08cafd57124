import { columnsOf, identifier, type PublishedTableName, publishedTables } from "@tiendo/schema";
import type { Database } from "../db.ts";

/** Tables of units from which what `cleaning_progress` hides could be read, or be reckoned from another release. */
const repeating = ["cleaning_daily", "pace", "pace_needed"] as const satisfies readonly PublishedTableName[];

/**
 * Hides how many are cleaned, or remain, wherever it is told of a unit whose count of either is hidden: the last day of a
 * series is the number itself, and what remains is the rest.
 */
export async function hideRepeated(db: Database, tables: ReadonlySet<string>): Promise<void> {
  for (const table of repeating.filter((name) => tables.has(name))) {
    const hidden = countsOf(table).map((name) => `${identifier(name)} = null, ${identifier(`${name}_status`)} = 'c'`);
    await db.run(`update published_${table} set ${hidden.join(", ")}
      where unit_code in (
        select unit_code from published_cleaning_progress
        where scope = 'all' and (cleaned_status = 'c' or subjects_status = 'c')
      )`);
  }
}

/** The columns of a table that a status stands beside. */
function countsOf(table: PublishedTableName): string[] {
  const names = columnsOf(publishedTables[table].schema).map(({ name }) => name);
  return names.filter((name) => names.includes(`${name}_status`));
}
