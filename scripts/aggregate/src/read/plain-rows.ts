import { join } from "node:path";
import { identifier, literal, PersonDose, type RowKind, rowKinds } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { QueryError } from "../query-error.ts";
import { checkedSelect, columnNames, columnsRead, storedRows } from "./checked-select.ts";
import type { Header, HeaderNote } from "./header.ts";
import { createStage, type TableCounts } from "./stage.ts";

// A light compression and small row groups, which stay in the caches while they are written.
const STORED = "format parquet, compression lz4_raw, row_group_size 30720, dictionary_size_limit 2000";

/** Where the rows of a file lie that DuckDB read by itself. */
export const ROWS_FILE = "row-00000.parquet";

/** A file that DuckDB read by itself: record r is row r of the Parquet file. */
export interface PlainRead {
  counts: TableCounts;
  notes: HeaderNote[];
  lineOfRecordZero: number;
}

/** A file whose records DuckDB reads one by one as they are. */
export interface PlainSource {
  /** What to select from, with a text `c<index>` for each cell of a row, null where it is empty. */
  cells: string;
  /** Whether a cell has no outer white space and nothing that NFC would change, so that it can be taken as it is. */
  isClean: (at: number) => boolean;
  /** The same with the number of each row in the file, from 1, as `record`. */
  numbered: string;
  /** The place of a row's file, `nth`, where the rows of several are stored together: `cells` and `numbered` have it. */
  shared?: boolean;
}

/**
 * Writes the rows of a file, checked, as a Parquet file; false where DuckDB could not read it: a line of another width has to be
 * named, which its reader cannot do exactly.
 */
export async function copyRows(
  db: Database,
  source: PlainSource,
  { kind, places }: Header,
  folder: string,
): Promise<boolean> {
  try {
    // Record and line are the row's place in the Parquet file, since numbering the rows here would take the reader down to
    // one core; rows of several files that lie together have their number beside them. With a join DuckDB writes each core's rows as they come, so there must be none: nor of a list of constants.
    await db.run("set disabled_optimizers = 'in_clause'");
    await db.run(`create or replace view read_row as ${rowSelect(source, kind, places)}`);
    const absent = [...(source.shared === true ? [] : ["record"]), "line", ...columnsAbsent(kind, places)];
    await db.run(`copy (select * exclude (${absent.join(", ")}) from (${storedRows(kind)}))
      to ${literal(join(folder, ROWS_FILE))} (${STORED})`);
    return true;
  } catch (error) {
    if (error instanceof QueryError) return false;
    throw error;
  } finally {
    await db.run("reset disabled_optimizers");
  }
}

function rowSelect(source: PlainSource, kind: RowKind, places: Header["places"]): string {
  const { schema } = rowKinds[kind];
  const named = columnNames(schema).map((name) => `${cellSql(source, places.get(name))} as ${identifier(name)}`);
  const shared = source.shared === true;
  const keys = `${shared ? "nth, record" : "cast(null as bigint) as record"}, cast(null as bigint) as line`;
  const from = shared ? source.numbered : source.cells;
  return checkedSelect(schema, `(select ${keys}, ${named.join(", ")} from ${from})`, keysOf(source));
}

function keysOf({ shared = false }: PlainSource): string[] {
  return [...(shared ? ["nth"] : []), "record", "line"];
}

/** Columns of which the file has no cell: a column of nulls takes time to write and to read. */
function columnsAbsent(kind: RowKind, places: Header["places"]): string[] {
  const { schema } = rowKinds[kind];
  const read = columnsRead(schema);
  const absent = columnNames(schema).filter((name) => !places.has(name));
  return absent.flatMap((name) => (read.includes(name) ? [name, `raw_${name}`] : [name])).map(identifier);
}

/**
 * The dose groups of person records, those of which some cell is filled; people without groups have a table of them all the
 * same. Numbering the rows of a CSV file takes the reader down to one core, so it is not done for the rows themselves.
 */
export async function copyGroups(db: Database, source: PlainSource, header: Header, folder: string): Promise<void> {
  if (header.kind !== "person_record") return;
  await createStage(db, "person_record");
  const empty = source.shared === true ? "(select 0 as nth, * from stage_dose)" : "stage_dose";
  const select = header.doses.length === 0 ? empty : `(${groupSelect(source, header)})`;
  const groups = checkedSelect(PersonDose, select, [...keysOf(source), "slot"]);
  await db.run(`copy (${groups}) to ${literal(join(folder, "group-00000.parquet"))} (${STORED})`);
}

function groupSelect(source: PlainSource, { doses, row }: Header): string {
  const names = columnNames(PersonDose);
  const groups = doses.map(({ slot, places }) => {
    const cells = names.map((name) => `${identifier(name)}: ${cellSql(source, places.get(name))}`);
    return `{slot: ${slot}, ${cells.join(", ")}}`;
  });
  const filled = names.map((name) => `${identifier(name)} is not null`).join(" or ");
  return `select * from (
    select ${source.shared === true ? "nth, " : ""}record, record + ${row} as line, unnest([${groups.join(", ")}], recursive := true)
    from ${source.numbered}
  ) where ${filled}`;
}

/** The columns in which some cell is changed by NFC; asked of files with such letters only, since it is a further pass. */
export async function decomposedColumns(db: Database, source: PlainSource, header: Header): Promise<string[]> {
  const places = cellPlaces(header).filter(([, at]) => !source.isClean(at));
  if (places.length === 0) return [];
  const changed = places.map(([, at], nth) => `bool_or(c${at} <> nfc_normalize(c${at})) as p${nth}`);
  const [found] = await db.all<Record<string, boolean | null>>(`select ${changed.join(", ")} from ${source.cells}`);
  return places.flatMap(([name], nth) => (found?.[`p${nth}`] === true ? [name] : []));
}

/** The columns of a header and the index of the cell of each, dose groups included. */
export function cellPlaces({ places, doses }: Header): Array<readonly [string, number]> {
  const groups = doses.flatMap(({ slot, places: own }) =>
    [...own].map(([name, at]) => [`dose_${slot}_${name}`, at] as const),
  );
  return [...places, ...groups];
}

/** White space that JavaScript's `trim` takes off, and what has no width, as far as DuckDB must be told; one text, since to plan a sum of 30 takes as long as all else. */
const WHITE_SPACE = literal(
  String.fromCodePoint(
    ...[9, 10, 11, 12, 13, 32, 160, 0x1680, 0x180e, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff],
    ...Array.from({ length: 14 }, (_, at) => 0x2000 + at),
  ),
);

// From the first to the last character nothing that is white space or that NFC may change; see `cellText`.
const INK = "[!-~¡-˿Ḁ-ỿ]";
const CLEAN = `${INK}([ !-~¡-˿Ḁ-ỿ]*${INK})?`;

/** A cell as the careful reader would give it: NFC, without outer white space, null where nothing is left. */
export function cellSql({ isClean }: Pick<PlainSource, "isClean">, at: number | undefined): string {
  if (at === undefined) return "cast(null as varchar)";
  // Even in a column that is not clean most cells are: to know it takes a third of what it takes to put letters together.
  return isClean(at) ? `c${at}` : `case when ${isCleanSql(at)} then c${at} else ${mendedSql(at)} end`;
}

/** Whether a cell can be taken as it is, in SQL. */
export function isCleanSql(at: number): string {
  return `regexp_full_match(c${at}, ${literal(CLEAN)})`;
}

/** A cell in NFC without outer white space, null where nothing is left, in SQL. */
export function mendedSql(at: number): string {
  return `nullif(trim(nfc_normalize(c${at}), ${WHITE_SPACE}), '')`;
}
