import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { literal } from "@tiendo/schema";
import { listDaysWritten } from "../day-written.ts";
import type { Database } from "../db.ts";
import { noteRowLimit } from "../grid/grid.ts";
import type { Progress } from "./context.ts";
import type { OpenTable } from "./open-tables.ts";
import { copyGroups, copyRows, decomposedColumns, type PlainRead, type PlainSource, ROWS_FILE } from "./plain-rows.ts";
import { scanPlain } from "./plain-scan.ts";
import { composedNotes } from "./stage.ts";

// Below this size the careful reader is as quick.
const WORTH_IT_BYTES = 4 * 1024 * 1024;
const SAMPLE_BYTES = 8 * 1024 * 1024;

/**
 * Reads a large, plain CSV file through DuckDB's own reader, which uses every core; null where the file is not plain
 * (quotes, blank lines, lines of another width): then the careful reader has to sort it out.
 */
export async function readPlainCsv(
  db: Database,
  path: string,
  table: OpenTable,
  folder: string,
  progress: Progress,
): Promise<PlainRead | null> {
  const { grid, header } = table;
  const large = grid.format === "csv" && (await stat(path)).size >= WORTH_IT_BYTES;
  const fixed = large && grid.encoding === "UTF-8" && header.order === null;
  if (!fixed) return null;
  const start = await scanPlain(path, SAMPLE_BYTES);
  if (!start.plain) return null;
  await listDaysWritten(db);
  const source = (clean: boolean) => csvSource(path, table, clean);
  // What holds for the beginning mostly holds for all: DuckDB reads while the rest is looked at.
  const [scan, read] = await Promise.all([scanPlain(path), copyRows(db, source(start.clean), header, folder)]);
  const whole =
    scan.plain && read && (scan.clean || !start.clean || (await copyRows(db, source(false), header, folder)));
  if (!whole) {
    await rm(join(folder, ROWS_FILE), { force: true });
    return null;
  }
  await copyGroups(db, source(scan.clean), header, folder);
  noteRowLimit(grid, scan.lines);
  const records = scan.lines - header.row;
  progress(records);
  const notes = scan.marks ? composedNotes(await decomposedColumns(db, source(false), header)) : [];
  return { counts: { records_in: records, rejected: 0, blank: 0 }, notes, lineOfRecordZero: header.row };
}

function csvSource(path: string, { grid, header }: OpenTable, clean: boolean): PlainSource {
  const cells = Array.from({ length: header.width }, (_, at) => `'c${at}': 'varchar'`).join(", ");
  const select = `read_csv(${literal(path)}, auto_detect = false, header = false, skip = ${header.row}, delim = ${literal(grid.delimiter ?? ",")},
    quote = '', escape = '', nullstr = '', columns = {${cells}})`;
  return { cells: select, isClean: () => clean, numbered: `(select row_number() over () as record, * from ${select})` };
}
