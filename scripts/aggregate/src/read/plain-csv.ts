import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { identifier, literal, PersonDose, type RowKind, rowKinds } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { noteRowLimit } from "../grid/grid.ts";
import { QueryError } from "../query-error.ts";
import { checkedSelect, columnNames, columnsRead, storedRows } from "./checked-select.ts";
import type { Progress } from "./context.ts";
import type { HeaderNote } from "./header.ts";
import type { OpenTable } from "./open-tables.ts";
import { scanPlain } from "./plain-scan.ts";
import { composedNotes, createStage, type TableCounts } from "./stage.ts";

// Below this size the careful reader is as quick.
const WORTH_IT_BYTES = 4 * 1024 * 1024;
const SAMPLE_BYTES = 8 * 1024 * 1024;
// A light compression and small row groups, which stay in the caches while they are written.
const STORED = "format parquet, compression lz4_raw, row_group_size 30720, dictionary_size_limit 2000";

/** A text file that DuckDB read by itself: record r is row r of the Parquet file. */
export interface PlainRead {
  counts: TableCounts;
  notes: HeaderNote[];
  lineOfRecordZero: number;
}

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
  const target = join(folder, "row-00000.parquet");
  const start = await scanPlain(path, SAMPLE_BYTES);
  if (!start.plain) return null;
  // What holds for the beginning mostly holds for all: DuckDB reads while the rest is looked at.
  const [scan, read] = await Promise.all([scanPlain(path), copyPlain(db, path, table, start.clean, target)]);
  const whole = scan.plain && read && (scan.clean || !start.clean || (await copyPlain(db, path, table, false, target)));
  if (!whole) {
    await rm(target, { force: true });
    return null;
  }
  if (header.kind === "person_record") await copyGroups(db, path, table, scan.clean, folder);
  noteRowLimit(grid, scan.lines);
  const records = scan.lines - header.row;
  progress(records);
  const notes = scan.marks ? composedNotes(await composedColumns(db, path, table)) : [];
  return { counts: { records_in: records, rejected: 0, blank: 0 }, notes, lineOfRecordZero: header.row };
}

/**
 * The dose groups of a plain file, those of which some cell is filled; people without groups have a table of them all the
 * same. Numbering the rows takes the reader down to one core, so it is not done for the rows themselves.
 */
async function copyGroups(db: Database, path: string, table: OpenTable, clean: boolean, folder: string): Promise<void> {
  await createStage(db, "person_record");
  const source = table.header.doses.length === 0 ? "stage_dose" : `(${groupSelect(path, table, clean)})`;
  const groups = checkedSelect(PersonDose, source, ["record", "line", "slot"]);
  await db.run(`copy (${groups}) to ${literal(join(folder, "group-00000.parquet"))} (${STORED})`);
}

function groupSelect(path: string, table: OpenTable, clean: boolean): string {
  const { doses, row } = table.header;
  const names = columnNames(PersonDose);
  const groups = doses.map(({ slot, places }) => {
    const cells = names.map((name) => `${identifier(name)}: ${cellSql(places.get(name), clean)}`);
    return `{slot: ${slot}, ${cells.join(", ")}}`;
  });
  const filled = names.map((name) => `${identifier(name)} is not null`).join(" or ");
  return `select * from (
    select record, record + ${row} as line, unnest([${groups.join(", ")}], recursive := true)
    from (select row_number() over () as record, * from ${plainSource(path, table)})
  ) where ${filled}`;
}

/** Whether DuckDB could read the file: a line of another width has to be named, which its reader cannot do exactly. */
async function copyPlain(
  db: Database,
  path: string,
  table: OpenTable,
  clean: boolean,
  target: string,
): Promise<boolean> {
  const { kind, places } = table.header;
  try {
    // Record and line are the row's place in the Parquet file, since numbering the rows here would take the reader down to
    // one core. With a join DuckDB writes each core's rows as they come, so there must be none: nor of a list of constants.
    await db.run("set disabled_optimizers = 'in_clause'");
    await db.run(`create or replace view read_row as ${plainSelect(path, table, clean)}`);
    await db.run(`copy (select * exclude (${["record", "line", ...columnsAbsent(kind, places)].join(", ")})
      from (${storedRows(kind)})) to ${literal(target)} (${STORED})`);
    return true;
  } catch (error) {
    if (error instanceof QueryError) return false;
    throw error;
  } finally {
    await db.run("reset disabled_optimizers");
  }
}

/** Columns of which the file has no cell: a column of nulls takes time to write and to read. */
function columnsAbsent(kind: RowKind, places: ReadonlyMap<string, number>): string[] {
  const { schema } = rowKinds[kind];
  const read = columnsRead(schema);
  const absent = columnNames(schema).filter((name) => !places.has(name));
  return absent.flatMap((name) => (read.includes(name) ? [name, `raw_${name}`] : [name])).map(identifier);
}

/** The columns in which some cell was changed by NFC; asked of files with such bytes only, since it is a further pass. */
async function composedColumns(db: Database, path: string, table: OpenTable): Promise<string[]> {
  const groups = table.header.doses.flatMap(({ slot, places: own }) =>
    [...own].map(([name, at]) => [`dose_${slot}_${name}`, at] as const),
  );
  const places = [...table.header.places, ...groups];
  const changed = places.map(([, at], nth) => `bool_or(c${at} <> nfc_normalize(c${at})) as p${nth}`);
  const [found] = await db.all<Record<string, boolean | null>>(
    `select ${changed.join(", ")} from ${plainSource(path, table)}`,
  );
  return places.flatMap(([name], nth) => (found?.[`p${nth}`] === true ? [name] : []));
}

function plainSource(path: string, { grid, header }: OpenTable): string {
  const cells = Array.from({ length: header.width }, (_, at) => `'c${at}': 'varchar'`).join(", ");
  return `read_csv(${literal(path)}, auto_detect = false, header = false, skip = ${header.row}, delim = ${literal(grid.delimiter ?? ",")},
    quote = '', escape = '', nullstr = '', columns = {${cells}})`;
}

function plainSelect(path: string, table: OpenTable, clean: boolean): string {
  const { header } = table;
  const { schema } = rowKinds[header.kind];
  const named = columnNames(schema).map((name) => `${cellSql(header.places.get(name), clean)} as ${identifier(name)}`);
  const keys = "cast(null as bigint) as record, cast(null as bigint) as line";
  return checkedSelect(schema, `(select ${keys}, ${named.join(", ")} from ${plainSource(path, table)})`, [
    "record",
    "line",
  ]);
}

/** White space that JavaScript's `trim` takes off, as far as DuckDB must be told. */
const WHITE_SPACE =
  "chr(9) || chr(11) || chr(12) || chr(32) || chr(160) || chr(8203) || chr(65279) || chr(8239) || chr(12288)";

function cellSql(at: number | undefined, clean: boolean): string {
  if (at === undefined) return "cast(null as varchar)";
  return clean ? `c${at}` : `nullif(trim(nfc_normalize(c${at}), ${WHITE_SPACE}), '')`;
}
