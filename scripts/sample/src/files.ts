import { chmod } from "node:fs/promises";
import { literal } from "@tiendo/schema";
import { titledColumns } from "./columns.ts";
import type { Database } from "./db.ts";
import type { SampleOptions } from "./options.ts";
import { ownFile } from "./own-files.ts";
import { sqlOf } from "./sql-files.ts";

const kindOf = { person: "person_record", dose: "dose_record", event: "cleaning_event" } as const;

/** Writes the lines of a block about people (`person`, `dose` or `event`) to the files they belong to, in their order. */
export async function writeLines(
  db: Database,
  lines: "person" | "dose" | "event",
  folder: string,
  options: SampleOptions,
): Promise<void> {
  const columns = titledColumns(kindOf[lines], options.edition === "2025" ? ["district", "district_code"] : []);
  const files = await db.all<{ input_file: string; first_row: bigint; last_row: bigint }>(
    `from ${lines}_file order by input_file`,
  );
  for (const { input_file, first_row, last_row } of files) {
    const path = await ownFile(folder, input_file);
    const rows = `select ${columns} from (${sqlOf(`cells/${lines}`)}) where line_row between ${first_row} and ${last_row}`;
    await copyTo(db, rows, path, options.format);
    await chmod(path, 0o600);
  }
}

/** Copies a select to a file, in the order of its rows. */
export async function copyTo(db: Database, select: string, path: string, format: "csv" | "parquet"): Promise<void> {
  const how =
    format === "csv"
      ? "format csv, header true, nullstr ''"
      : "format parquet, compression snappy, row_group_size 30720";
  await db.run(`copy (${select}) to ${literal(path)} (${how})`);
}
