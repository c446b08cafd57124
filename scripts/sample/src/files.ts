import { chmod, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { literal, type RowKind } from "@tiendo/schema";
import { titledColumns } from "./columns.ts";
import type { Database } from "./db.ts";
import type { SampleOptions } from "./options.ts";

/**
 * Writes the lines of a table to the files they name, in their order; `input_file` is the path below the folder.
 * @param mode of the files: 0o600 where they hold rows of people
 */
export async function writeLines(
  db: Database,
  table: string,
  kind: RowKind,
  folder: string,
  mode: number,
  { format, edition }: SampleOptions,
): Promise<void> {
  const columns = titledColumns(kind, edition === "2025" ? ["district", "district_code"] : []);
  const files = await db.all<{ input_file: string }>(`select distinct input_file from ${table} order by all`);
  for (const { input_file } of files) {
    const path = join(folder, input_file);
    await mkdir(dirname(path), { recursive: true, mode: mode === 0o600 ? 0o700 : 0o755 });
    const lines = `select ${columns} from ${table} where input_file = ${literal(input_file)}`;
    await copyTo(db, lines, path, format);
    await chmod(path, mode);
  }
}

/** Copies a select to a file, in the order of its rows. */
export async function copyTo(db: Database, select: string, path: string, format: "csv" | "parquet"): Promise<void> {
  const how = format === "csv" ? "format csv, header true, nullstr ''" : "format parquet, compression zstd";
  await db.run(`copy (${select}) to ${literal(path)} (${how})`);
}
