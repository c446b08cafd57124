import { identifier, literal, type RowKind } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { HEAD_ROWS, noteRowLimit, openKnownParquet } from "../grid/grid.ts";
import { QueryError } from "../query-error.ts";
import type { StoredTable } from "../store/entry.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { Header } from "./header.ts";
import { headerOf, type OpenTable } from "./open-tables.ts";
import { arePlain, columnsOf, type FileColumn, type Looked, lookThrough } from "./parquet-look.ts";
import { listDays, plainRead } from "./plain-parquet.ts";
import { copyGroups, copyRows, type PlainSource } from "./plain-rows.ts";
import { describeTable } from "./read-table.ts";

/** Parquet files that one statement can read: of the same columns, under the same header. */
export interface ParquetBatch {
  paths: string[];
  columns: FileColumn[];
  /** The table of each file, in the order of paths. */
  tables: OpenTable[];
}

// What DuckDB would take for a pattern of several names, or for columns that a folder's name tells.
const PLAIN_PATH = /^[^*?[\]{}=]+$/;

/**
 * The Parquet files among these that can be read together; a file that is in no batch, since it is alone of its columns or since
 * nobody can read it, is to be read by itself.
 */
export async function parquetBatches(
  db: Database,
  paths: readonly string[],
  kind: RowKind | null,
): Promise<ParquetBatch[]> {
  const batches: ParquetBatch[] = [];
  const shapes = await shapesOf(
    db,
    paths.filter((path) => PLAIN_PATH.test(path)),
  );
  for (const alike of Map.groupBy(shapes.keys(), (path) => shapes.get(path)).values()) {
    if (alike.length > 1) batches.push(...(await unlessUnread(alike, (some) => openBatch(db, some, kind))));
  }
  return batches.filter(({ paths: some }) => some.length > 1);
}

/** The columns of each file as one text, without those that DuckDB cannot read. */
async function shapesOf(db: Database, paths: readonly string[]): Promise<Map<string, string>> {
  const found = await unlessUnread(paths, (some) =>
    db.all<{ path: string; shape: string }>(`
      select file_name as path, md5(string_agg(cast(row(column_id, name, type, type_length, repetition_type, num_children,
        converted_type, scale, precision, logical_type, duckdb_type) as varchar), chr(10) order by column_id)) as shape
      from parquet_schema(${listOf(some)}) group by file_name`),
  );
  return new Map(found.map(({ path, shape }) => [path, shape]));
}

/** What some work tells of files; where DuckDB cannot read one of them, of the others: halves are tried until it is alone. */
async function unlessUnread<Told>(
  paths: readonly string[],
  work: (paths: readonly string[]) => Promise<Told[]>,
): Promise<Told[]> {
  if (paths.length === 0) return [];
  try {
    return await work(paths);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    if (paths.length === 1) return [];
    const half = Math.ceil(paths.length / 2);
    return [...(await unlessUnread(paths.slice(0, half), work)), ...(await unlessUnread(paths.slice(half), work))];
  }
}

/** Files of the same columns, by their headers: the first rows may tell that one is something else. */
async function openBatch(db: Database, paths: readonly string[], kind: RowKind | null): Promise<ParquetBatch[]> {
  const columns = await columnsOf(db, parquetSql(paths.slice(0, 1)));
  if (!arePlain(columns)) return [];
  const heads = await headsOf(db, paths, columns);
  const opened: Array<{ path: string; table: OpenTable }> = [];
  for (const [at, path] of paths.entries()) {
    const table = await tableOf(path, columns, heads.get(at) ?? [], kind);
    if (table !== null) opened.push({ path, table });
  }
  return [...Map.groupBy(opened, ({ table }) => headerText(table.header)).values()].map((alike) => ({
    paths: alike.map(({ path }) => path),
    columns,
    tables: alike.map(({ table }) => table),
  }));
}

/** The first records of each file, by its place, as texts. */
async function headsOf(db: Database, paths: readonly string[], columns: readonly FileColumn[]) {
  const rows = await db.all<Record<string, string | null> & { nth: number }>(`
    select nth, ${columns.map((_, at) => `c${at}`).join(", ")}
    from ${numberedSql(paths, columns)} where record <= ${HEAD_ROWS} order by nth, record`);
  const byFile = Map.groupBy(rows, ({ nth }) => nth);
  const cellsOf = (row: Record<string, unknown>) => columns.map((_, at) => row[`c${at}`] as string | null);
  return new Map([...byFile].map(([nth, own]) => [nth, own.map(cellsOf)] as const));
}

/** The table of a file that DuckDB can read with others; null where it is to be read by itself, if only to be refused. */
async function tableOf(
  path: string,
  columns: readonly FileColumn[],
  head: Array<Array<string | null>>,
  kind: RowKind | null,
): Promise<OpenTable | null> {
  if (head.length === 0) return null;
  try {
    const grid = await openKnownParquet(path, columns, head);
    const header = await headerOf(grid, kind);
    return grid.encoding === null && header.order === null && header.row === 1 ? { grid, header } : null;
  } catch (error) {
    if (error instanceof FileRefusal) return null;
    throw error;
  }
}

function headerText({ kind, places, doses, width, notes }: Header): string {
  const groups = doses.map(({ slot, places: own }) => [slot, [...own]]);
  return JSON.stringify([kind, [...places], groups, width, notes]);
}

/** A file whose rows were written with those of others, by its place in the batch it came in, and its place among them. */
export interface ReadInBatch {
  at: number;
  nth: number;
  stored: StoredTable;
}

/**
 * Writes the rows of files into one folder as `readTable` does for one, each with `nth`, the place of its file, and its record
 * number. Files with blank records or cells too long are left out: only the careful reader can sort them out.
 * @returns what was read; nothing where DuckDB could not
 */
export async function readParquetBatch(db: Database, batch: ParquetBatch, folder: string): Promise<ReadInBatch[]> {
  const looked = await unlessFailed(() => lookThrough(db, numberedSql(batch.paths, batch.columns), batch.columns));
  const plain = batch.paths.flatMap((_, at) => (looked?.get(at)?.plain === true ? [at] : []));
  const [first] = batch.tables;
  if (looked === null || first === undefined || plain.length < 2) return [];
  const seen = plain.map((at) => looked.get(at) as Looked);
  await listDays(
    db,
    seen.reduce((sum, { records }) => sum + records, 0),
  );
  const source = sourceOf(
    plain.map((at) => batch.paths[at] ?? ""),
    batch.columns,
    seen,
  );
  if (!(await copyRows(db, source, first.header, folder))) return [];
  await copyGroups(db, source, first.header, folder);
  return plain.map((at, nth) => ({ at, nth, stored: storedOf(batch.tables[at] as OpenTable, seen[nth] as Looked) }));
}

function sourceOf(paths: readonly string[], columns: readonly FileColumn[], seen: readonly Looked[]): PlainSource {
  const numbered = numberedSql(paths, columns);
  const isClean = (at: number) => seen.every(({ clean }) => clean[at] === true);
  return { cells: numbered, isClean, numbered, shared: true };
}

function storedOf(table: OpenTable, looked: Looked): StoredTable {
  const { counts, notes, lineOfRecordZero } = plainRead(looked, table.header);
  noteRowLimit(table.grid, looked.records + table.header.row);
  return describeTable(table, counts, notes, lineOfRecordZero);
}

async function unlessFailed<Told>(work: () => Promise<Told>): Promise<Told | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueryError) return null;
    throw error;
  }
}

/** Every row of files with `nth`, the place of its file, its number and its cells as texts. */
function numberedSql(paths: readonly string[], columns: readonly FileColumn[]): string {
  const texts = columns.map(({ name }, at) => `cast(${identifier(name)} as varchar) as c${at}`).join(", ");
  return `(select cast(file_index as integer) as nth, file_row_number + 1 as record, ${texts} from ${parquetSql(paths)})`;
}

function parquetSql(paths: readonly string[]): string {
  return `read_parquet(${listOf(paths)}, binary_as_string = true, hive_partitioning = false)`;
}

function listOf(paths: readonly string[]): string {
  return `[${paths.map((path) => literal(path)).join(", ")}]`;
}
