import { identifier, literal } from "@tiendo/schema";
import { listDaysWritten } from "../day-written.ts";
import type { Database } from "../db.ts";
import { longestCell, noteRowLimit } from "../grid/grid.ts";
import type { Progress } from "./context.ts";
import type { OpenTable } from "./open-tables.ts";
import { cellSql, copyGroups, copyRows, decomposedColumns, type PlainRead, type PlainSource } from "./plain-rows.ts";
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
  const columns = await db.all<FileColumn>(
    `select column_name as name, column_type as type from (describe from ${file})`,
  );
  if (!columns.every(({ type }) => PLAIN_TYPES.test(type))) return null;
  const source = await sourceOf(db, file, columns);
  const { records, plain } = await lookThrough(db, source, columns.length);
  if (records > FEW_ROWS) await listDaysWritten(db);
  if (!plain || !(await copyRows(db, source, header, folder))) return null;
  await copyGroups(db, source, header, folder);
  noteRowLimit(grid, records + header.row);
  progress(records);
  const notes = composedNotes(await decomposedColumns(db, source, header));
  return { counts: { records_in: records, rejected: 0, blank: 0 }, notes, lineOfRecordZero: header.row };
}

/** The cells of a file, and which columns are clean in every row. */
async function sourceOf(db: Database, file: string, columns: readonly FileColumn[]): Promise<PlainSource> {
  const texts = columns.map(({ name }, at) => `cast(${identifier(name)} as varchar) as c${at}`);
  const cells = `(select ${texts.join(", ")} from ${file})`;
  const judged = columns.map(({ type }, at) =>
    type === "VARCHAR"
      ? `bool_and(regexp_full_match(c${at}, ${literal(CLEAN)})) is not false as p${at}`
      : `true as p${at}`,
  );
  const [clean] = await db.all<Record<string, boolean>>(`select ${judged.join(", ")} from ${cells}`);
  return { cells, isClean: (at) => clean?.[`p${at}`] === true };
}

/** How many records there are, and whether each has a cell with something in it and none that is too long. */
async function lookThrough(
  db: Database,
  source: PlainSource,
  width: number,
): Promise<{ records: number; plain: boolean }> {
  // A cell that is taken as it is tells at once; of most records no other is looked at.
  const at = Array.from({ length: width }, (_, index) => index).sort(
    (one, other) => Number(source.isClean(other)) - Number(source.isClean(one)),
  );
  const filled = at.map((index) => `${cellSql(source, index)} is not null`).join(" or ");
  const short = at.map((index) => `coalesce(strlen(c${index}), 0) <= ${longestCell}`).join(" and ");
  const [seen] = await db.all<{ records: number; plain: boolean }>(
    `select count(*)::double as records, coalesce(bool_and((${filled}) and ${short}), false) as plain from ${source.cells}`,
  );
  return seen ?? { records: 0, plain: false };
}
