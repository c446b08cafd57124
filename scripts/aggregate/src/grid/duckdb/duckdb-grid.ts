import { FileRefusal } from "../../read/file-refusal.ts";
import { cellText, composedCells } from "../cell-text.ts";
import type { GridRow } from "../grid-row.ts";
import type { GridFormat, GridSource } from "../grid-source.ts";
import { columnsOfFile, type SelectColumn, streamRows } from "./duckdb-stream.ts";

const HEAD_ROWS = 64;

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
  const readings = columns.map(reading);
  const sql = `select ${readings.map((column) => column.sql).join(", ")} from ${source}`;
  await refuseEmpty(source);
  async function* batches(): AsyncGenerator<GridRow[]> {
    yield [{ row: 1, cells: columns.map(({ name }) => cellText(name)), broken: null }];
    let first = 2;
    for await (const records of headFirst(sql)) {
      const from = first;
      yield records.map((cells, at) => gridRow(from + at, cells, readings));
      first += records.length;
    }
  }
  return { format, sheet: null, encoding: null, delimiter: null, batches };
}

/** The records of a select, the first few by themselves: who looks for a header reads no further. */
async function* headFirst(sql: string): AsyncGenerator<Array<Array<string | null>>> {
  let seen = 0;
  for await (const records of streamRows(`${sql} limit ${HEAD_ROWS}`)) {
    seen += records.length;
    yield records;
  }
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
