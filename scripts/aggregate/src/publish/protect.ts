import { columnsOf, type PublishedTable, type PublishedTableName, publishedTables } from "@tiendo/schema";
import { hasPeople } from "../clean/clean.ts";
import { hasReturns } from "../model/models.ts";
import type { RunFile } from "../read/run-file.ts";
import type { Run } from "../run.ts";
import { sqlFile } from "../sql-files.ts";

/** The public tables of a run: those made from rows of people, or from returns, are absent where there are none. */
export function publishedNames(files: readonly RunFile[]): PublishedTableName[] {
  const tables = Object.entries(publishedTables) as Array<[PublishedTableName, PublishedTable]>;
  return tables.filter(([, table]) => isMade(table, files)).map(([name]) => name);
}

/** A table made from both is there where a report has either. */
function isMade({ fromPeople, fromReturns }: PublishedTable, files: readonly RunFile[]): boolean {
  if (fromPeople === undefined && fromReturns === undefined) return true;
  return (fromPeople === true && hasPeople(files)) || (fromReturns === true && hasReturns(files));
}

/** Protect: `sql/published_<table>.sql` for every public table; only the columns that the schema declares may leave. */
export async function protect(run: Run): Promise<void> {
  await run.db.run(sqlFile("too_small").sql);
  for (const name of publishedNames(run.files)) {
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
