import { FileRefusal } from "../../read/file-refusal.ts";
import { cellText, composedCells } from "../cell-text.ts";
import type { GridRow } from "../grid-row.ts";
import type { GridFormat, GridSource } from "../grid-source.ts";
import { columnsOfFile, type SelectColumn, streamRows } from "./duckdb-stream.ts";

/** As many records are looked at before all are read. */
export const HEAD_ROWS = 64;

/** How a column is selected as text, and what remains to be done to that text. */
export interface ColumnReading {
  sql: string;
  mend: (text: string) => string;
}

/** A grid over what DuckDB reads: the column names are row 1, records follow from row 2. @throws {FileRefusal} */
export async function duckdbGrid(
  format: GridFormat,
  source: string,
  reading: (column: SelectColumn) => ColumnReading,
): Promise<GridSource> {
  const columns = await columnsOfFile(source);
  await refuseEmpty(source);
  return knownGrid(format, source, columns, columns.map(reading));
}

/** The same where the columns are known, and perhaps the first records: all, where they are fewer than are looked at. */
export function knownGrid(
  format: GridFormat,
  source: string,
  columns: readonly SelectColumn[],
  readings: ColumnReading[],
  head?: Array<Array<string | null>>,
): GridSource {
  const sql = `select ${readings.map((column) => column.sql).join(", ")} from ${source}`;
  async function* batches(): AsyncGenerator<GridRow[]> {
    yield [{ row: 1, cells: columns.map(({ name }) => cellText(name)), broken: null }];
    let first = 2;
    for await (const records of headFirst(sql, head)) {
      const from = first;
      yield records.map((cells, at) => gridRow(from + at, cells, readings));
      first += records.length;
    }
  }
  return { format, sheet: null, encoding: null, delimiter: null, batches };
}

/** The records of a select, the first few by themselves: who looks for a header reads no further. */
async function* headFirst(
  sql: string,
  head?: Array<Array<string | null>>,
): AsyncGenerator<Array<Array<string | null>>> {
  let seen = 0;
  for await (const records of head === undefined ? streamRows(`${sql} limit ${HEAD_ROWS}`) : [head]) {
    seen += records.length;
    yield records;
  }
  if (head !== undefined && seen < HEAD_ROWS) return;
  for await (const records of streamRows(sql)) {
    const rest = records.slice(seen);
    seen = Math.max(seen - records.length, 0);
    if (rest.length > 0) yield rest;
  }
}

async function refuseEmpty(source: string): Promise<void> {
  for await (const records of streamRows(`select '' from ${source} limit 1`)) if (records.length > 0) return;
  throw new FileRefusal("FILE.EMPTY", { vi: "0 bản ghi", en: "0 records" });
}

function gridRow(row: number, values: Array<string | null>, readings: ColumnReading[]): GridRow {
  const texts = values.map((value, at) => (value === null ? null : (readings[at]?.mend(value) ?? value)));
  const cells = texts.map((text) => (text === null ? null : cellText(text)));
  const composed = composedCells(texts);
  return composed.length === 0 ? { row, cells, broken: null } : { row, cells, composed, broken: null };
}
