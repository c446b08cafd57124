import type { Database } from "../db.ts";
import { longestCell } from "../grid/grid.ts";
import { isCleanSql, mendedSql } from "./plain-rows.ts";

// Types of which DuckDB writes each value as the careful reader does.
const PLAIN_TYPES = /^(VARCHAR|BOOLEAN|DATE|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/;
// Columns of their own by these names would be taken for what DuckDB says of a row.
const TAKEN = new Set(["file_row_number", "file_index"]);

/** A column of a Parquet file, by name and DuckDB type. */
export interface FileColumn {
  name: string;
  type: string;
}

/** The columns of what `read_parquet` gives. */
export function columnsOf(db: Database, file: string): Promise<FileColumn[]> {
  return db.all<FileColumn>(`select column_name as name, column_type as type from (describe from ${file})`);
}

/** Whether DuckDB alone can read a file of these columns. */
export function arePlain(columns: readonly FileColumn[]): boolean {
  return columns.every(({ name, type }) => PLAIN_TYPES.test(type) && !TAKEN.has(name.toLowerCase()));
}

/** What one look at all cells of a file tells. */
export interface Looked {
  records: number;
  /** Whether each record has a cell with something in it and none that is too long. */
  plain: boolean;
  /** By column: whether every cell can be taken as it is. */
  clean: boolean[];
  /** By column: whether NFC changes some cell. */
  composed: boolean[];
}

/**
 * Looks at every cell once: to plan a further look at a short file takes as long as to take it.
 * @param cells what to select from: `nth`, the place of a row's file, and a text `c<index>` for each cell
 * @returns what each file tells that has records, by its place
 */
export async function lookThrough(
  db: Database,
  cells: string,
  columns: readonly FileColumn[],
): Promise<Map<number, Looked>> {
  const all = columns.map(({ type }, at) => ({ at, text: type === "VARCHAR" }));
  const flags = all.map(({ at, text }) =>
    text ? `${isCleanSql(at)} as k${at}` : `c${at} is not null or null as k${at}`,
  );
  // What is clean has something in it; only of records without such a cell is it asked what is left without white space. A case
  // looks no further for a row that is told, where "or" looks at every cell of all rows.
  const filled = [
    ...all.map(({ at }) => `when k${at} then true`),
    ...all.map(({ at }) => `when ${mendedSql(at)} is not null then true`),
  ];
  const short = all.map(({ at }) => `coalesce(strlen(c${at}), 0) <= ${longestCell}`);
  const told = all.flatMap(({ at }) => [
    `bool_and(k${at}) is not false as p${at}`,
    `coalesce(bool_or(case when not k${at} then c${at} <> nfc_normalize(c${at}) end), false) as d${at}`,
  ]);
  const seen = await db.all<Record<string, number | boolean>>(`
    select nth, count(*)::double as records,
      coalesce(bool_and(case ${filled.join(" ")} else false end and ${short.join(" and ")}), false) as plain,
      ${told.join(", ")}
    from (select *, ${flags.join(", ")} from ${cells}) group by nth`);
  return new Map(seen.map((file) => [Number(file.nth), lookedOf(file, columns.length)]));
}

function lookedOf(file: Record<string, number | boolean>, columns: number): Looked {
  const each = Array.from({ length: columns }, (_, at) => at);
  return {
    records: Number(file.records),
    plain: file.plain === true,
    clean: each.map((at) => file[`p${at}`] === true),
    composed: each.map((at) => file[`d${at}`] === true),
  };
}
