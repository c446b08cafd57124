import { identifier, literal } from "@tiendo/schema";
import { listDaysWritten } from "../day-written.ts";
import type { Database } from "../db.ts";
import { longestCell, noteRowLimit } from "../grid/grid.ts";
import type { Progress } from "./context.ts";
import type { OpenTable } from "./open-tables.ts";
import { cellPlaces, cellSql, copyGroups, copyRows, type PlainRead } from "./plain-rows.ts";
import { composedNotes } from "./stage.ts";

// Types of which DuckDB writes each value as the careful reader does.
const PLAIN_TYPES = /^(VARCHAR|BOOLEAN|DATE|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/;

// From the first to the last character nothing that is white space or that NFC may change; see `cellText`.
const INK = "[!-~¡-˿Ḁ-ỿ]";
const CLEAN = `${INK}([ !-~¡-˿Ḁ-ỿ]*${INK})?`;

// To list every day of our time takes longer than to parse the days of as few rows.
const FEW_ROWS = 50_000;

interface FileColumn {
  name: string;
  type: string;
}

/**
 * Reads a Parquet file of texts, whole numbers and days through DuckDB alone, which uses every core; null where it holds other
 * types, blank records or cells too long: then the careful reader has to sort it out.
 */
export async function readPlainParquet(
  db: Database,
  path: string,
  { grid, header }: OpenTable,
  folder: string,
  progress: Progress,
): Promise<PlainRead | null> {
  if (grid.format !== "parquet" || grid.encoding !== null || header.order !== null) return null;
  const file = `read_parquet(${literal(path)}, binary_as_string = true)`;
  const numbered = `read_parquet(${literal(path)}, binary_as_string = true, file_row_number = true)`;
  const columns = await db.all<FileColumn>(
    `select column_name as name, column_type as type from (describe from ${file})`,
  );
  // A column of its own by that name would be taken for the number of the row.
  if (columns.some(({ name }) => name.toLowerCase() === "file_row_number")) return null;
  if (!columns.every(({ type }) => PLAIN_TYPES.test(type))) return null;
  const texts = columns.map(({ name }, at) => `cast(${identifier(name)} as varchar) as c${at}`).join(", ");
  const cells = `(select ${texts} from ${file})`;
  const { records, plain, clean, composed } = await lookThrough(db, cells, columns);
  if (records > FEW_ROWS) await listDaysWritten(db);
  const source = {
    cells,
    isClean: (at: number) => clean[at] === true,
    numbered: `(select file_row_number + 1 as record, ${texts} from ${numbered})`,
  };
  if (!plain || !(await copyRows(db, source, header, folder))) return null;
  await copyGroups(db, source, header, folder);
  noteRowLimit(grid, records + header.row);
  progress(records);
  const changed = cellPlaces(header).flatMap(([name, at]) => (composed[at] === true ? [name] : []));
  return {
    counts: { records_in: records, rejected: 0, blank: 0 },
    notes: composedNotes(changed),
    lineOfRecordZero: header.row,
  };
}

/** What one look at all cells of a file tells. */
interface Looked {
  records: number;
  /** Whether each record has a cell with something in it and none that is too long. */
  plain: boolean;
  /** By column: whether every cell can be taken as it is. */
  clean: boolean[];
  /** By column: whether NFC changes some cell. */
  composed: boolean[];
}

/** Looks at every cell once: to plan a further look at a short file takes as long as to take it. */
async function lookThrough(db: Database, cells: string, columns: readonly FileColumn[]): Promise<Looked> {
  const all = columns.map(({ type }, at) => ({ at, text: type === "VARCHAR" }));
  const flags = all.map(({ at, text }) =>
    text ? `regexp_full_match(c${at}, ${literal(CLEAN)}) as k${at}` : `c${at} is not null or null as k${at}`,
  );
  // What is clean has something in it; only of records without such a cell is it asked what is left without white space. A case
  // looks no further for a row that is told, where "or" looks at every cell of all rows.
  const odd = { isClean: () => false };
  const filled = [
    ...all.map(({ at }) => `when k${at} then true`),
    ...all.map(({ at }) => `when ${cellSql(odd, at)} is not null then true`),
  ];
  const short = all.map(({ at }) => `coalesce(strlen(c${at}), 0) <= ${longestCell}`);
  const told = all.flatMap(({ at }) => [
    `bool_and(k${at}) is not false as p${at}`,
    `coalesce(bool_or(case when not k${at} then c${at} <> nfc_normalize(c${at}) end), false) as d${at}`,
  ]);
  const [seen = {}] = await db.all<Record<string, number | boolean>>(`
    select count(*)::double as records,
      coalesce(bool_and(case ${filled.join(" ")} else false end and ${short.join(" and ")}), false) as plain,
      ${told.join(", ")}
    from (select *, ${flags.join(", ")} from ${cells})`);
  return {
    records: Number(seen.records ?? 0),
    plain: seen.plain === true,
    clean: all.map(({ at }) => seen[`p${at}`] === true),
    composed: all.map(({ at }) => seen[`d${at}`] === true),
  };
}
