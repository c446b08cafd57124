import { readFile } from "node:fs/promises";
import { join } from "node:path";
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
    rows.set(name, await checkRows(folder, name));
  }
  return rows;
}

/** @throws {Error} where a row that is about to be published is not what its schema says */
async function checkRows(folder: string, name: PublishedTableName): Promise<number> {
  const rows: unknown[] = JSON.parse(await readFile(join(folder, `${name}.json`), "utf8"));
  for (const [at, row] of rows.entries()) {
    const parsed = publishedTables[name].schema.safeParse(row);
    if (!parsed.success) throw new Error(`published_${name}, row ${at + 1}: ${parsed.error.message}`);
  }
  return rows.length;
}
