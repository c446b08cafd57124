import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { literal, type PublishedTableName, publishedTables } from "@tiendo/schema";
import type { Run } from "../run.ts";
import { writeTableWorkbook } from "../workbook/table-workbook.ts";

const copied = {
  csv: "(format csv, header true, delimiter ',', quote '\"')",
  parquet: "(format parquet, compression zstd)",
  json: "(format json, array true)",
} as const;
/** The forms of a table, also as the ending of its file's name; the workbook is written from the rows of the JSON. */
export const tableForms = ["csv", "parquet", "json", "xlsx"] as const;
export type TableForm = (typeof tableForms)[number];

/** Writes public tables as CSV, Parquet, JSON and XLSX; gives the number of rows of each. */
export async function writeTables(
  run: Pick<Run, "db" | "report">,
  names: readonly PublishedTableName[],
  folder: string,
): Promise<Map<PublishedTableName, number>> {
  const rows = new Map<PublishedTableName, number>();
  // One thread writes rows in the table's order, so the same input gives the same bytes.
  await run.db.onOneThread(async () => {
    for (const name of names) {
      for (const [form, options] of Object.entries(copied))
        await run.db.run(`copy published_${name} to ${literal(join(folder, `${name}.${form}`))} ${options}`);
      rows.set(name, await writeWorkbookOf(run, name, folder));
    }
  });
  return rows;
}

/** @throws {Error} where the rows of the JSON are not as many as the table has */
async function writeWorkbookOf(
  { db, report }: Pick<Run, "db" | "report">,
  name: PublishedTableName,
  folder: string,
): Promise<number> {
  const rows = await writeTableWorkbook(join(folder, `${name}.xlsx`), {
    name,
    report,
    rows: checkedRows(folder, name),
  });
  const [table] = await db.all<{ rows: number }>(`select count(*)::integer as rows from published_${name}`);
  if (rows !== table?.rows) throw new Error(`${name}.json has ${rows} rows; expected ${table?.rows}`);
  return rows;
}

/**
 * The rows of a table as its JSON has them.
 * @throws {Error} where a row that is about to be published is not what its schema says
 */
async function* checkedRows(folder: string, name: PublishedTableName): AsyncGenerator<Record<string, unknown>> {
  const { schema } = publishedTables[name];
  let row = 0;
  // Line by line, as DuckDB writes them: a table of the whole country is longer than a text can be.
  for await (const line of createInterface({ input: createReadStream(join(folder, `${name}.json`)) })) {
    if (!line.startsWith("\t{")) continue;
    row += 1;
    const parsed = schema.safeParse(JSON.parse(line.replace(/,$/, "")));
    if (!parsed.success) throw new Error(`published_${name}, row ${row}: ${parsed.error.message}`);
    yield parsed.data;
  }
}
