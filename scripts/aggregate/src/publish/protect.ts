import { columnsOf, type PublishedTableName, publishedTables } from "@tiendo/schema";
import type { Run } from "../run.ts";
import { sqlFile } from "../sql-files.ts";

export const publishedNames = Object.keys(publishedTables) as PublishedTableName[];

/** Protect: `sql/published_<table>.sql` for every public table; only the columns that the schema declares may leave. */
export async function protect(run: Run): Promise<void> {
  for (const name of publishedNames) {
    await run.db.run(`create table published_${name} as ${sqlFile(`published_${name}`).sql}`);
    await refuseOtherColumns(run, name);
  }
}

async function refuseOtherColumns(run: Run, name: PublishedTableName): Promise<void> {
  const described = await run.db.all<{ column_name: string }>(`describe published_${name}`);
  const found = described.map((row) => row.column_name).join(", ");
  const expected = columnsOf(publishedTables[name].schema)
    .map((column) => column.name)
    .join(", ");
  if (found !== expected) throw new Error(`published_${name} has the columns ${found}; expected ${expected}`);
}
