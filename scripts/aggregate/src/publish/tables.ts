import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { literal, type PublishedTableName, publishedTables } from "@tiendo/schema";
import type { Database } from "../db.ts";

const forms = {
  csv: "(format csv, header true, delimiter ',', quote '\"')",
  parquet: "(format parquet, compression zstd)",
  json: "(format json, array true)",
} as const;
export type TableForm = keyof typeof forms;
export const tableForms = Object.keys(forms) as TableForm[];

/** Writes public tables as CSV, Parquet and JSON; gives the number of rows of each. */
export async function writeTables(
  db: Database,
  names: readonly PublishedTableName[],
  folder: string,
): Promise<Map<PublishedTableName, number>> {
  // One thread writes rows in the table's order, so the same input gives the same bytes.
  await db.run("set threads = 1");
  const rows = new Map<PublishedTableName, number>();
  for (const name of names) {
    for (const form of tableForms)
      await db.run(`copy published_${name} to ${literal(join(folder, `${name}.${form}`))} ${forms[form]}`);
    rows.set(name, await checkRows(db, folder, name));
  }
  return rows;
}

/** @throws {Error} where a row that is about to be published is not what its schema says */
async function checkRows(db: Database, folder: string, name: PublishedTableName): Promise<number> {
  const { schema } = publishedTables[name];
  let rows = 0;
  // Line by line, as DuckDB writes them: a table of the whole country is longer than a text can be.
  for await (const line of createInterface({ input: createReadStream(join(folder, `${name}.json`)) })) {
    if (!line.startsWith("\t{")) continue;
    rows += 1;
    const parsed = schema.safeParse(JSON.parse(line.replace(/,$/, "")));
    if (!parsed.success) throw new Error(`published_${name}, row ${rows}: ${parsed.error.message}`);
  }
  const [table] = await db.all<{ rows: number }>(`select count(*)::integer as rows from published_${name}`);
  if (rows !== table?.rows) throw new Error(`${name}.json has ${rows} rows; expected ${table?.rows}`);
  return rows;
}
