import { identifier, literal } from "@tiendo/schema";
import { listDaysWritten } from "../day-written.ts";
import type { Database } from "../db.ts";
import { noteRowLimit } from "../grid/grid.ts";
import type { Progress } from "./context.ts";
import type { Header } from "./header.ts";
import type { OpenTable } from "./open-tables.ts";
import { arePlain, columnsOf, type Looked, lookThrough } from "./parquet-look.ts";
import { cellPlaces, copyGroups, copyRows, type PlainRead } from "./plain-rows.ts";
import { composedNotes } from "./stage.ts";

// To list every day of our time takes longer than to parse the days of as few rows.
const FEW_ROWS = 50_000;

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
  const columns = await columnsOf(db, file);
  if (!arePlain(columns)) return null;
  const texts = columns.map(({ name }, at) => `cast(${identifier(name)} as varchar) as c${at}`).join(", ");
  const cells = `(select ${texts} from ${file})`;
  const [looked] = (await lookThrough(db, `(select 0 as nth, ${texts} from ${file})`, columns)).values();
  if (looked?.plain !== true) return null;
  const { records, clean } = looked;
  await listDays(db, records);
  const source = {
    cells,
    isClean: (at: number) => clean[at] === true,
    numbered: `(select file_row_number + 1 as record, ${texts} from ${numbered})`,
  };
  if (!(await copyRows(db, source, header, folder))) return null;
  await copyGroups(db, source, header, folder);
  noteRowLimit(grid, records + header.row);
  progress(records);
  return plainRead(looked, header);
}

/** What is told of a file by one look at it. */
export function plainRead({ records, composed }: Looked, header: Header): PlainRead {
  const changed = cellPlaces(header).flatMap(([name, at]) => (composed[at] === true ? [name] : []));
  return {
    counts: { records_in: records, rejected: 0, blank: 0 },
    notes: composedNotes(changed),
    lineOfRecordZero: header.row,
  };
}

/** Lists every day of our time for many rows. */
export async function listDays(db: Database, rows: number): Promise<void> {
  if (rows > FEW_ROWS) await listDaysWritten(db);
}
