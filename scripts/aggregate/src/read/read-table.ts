import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { literal, PersonDose, type RowKind, rowKinds } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { StoredTable } from "../store/entry.ts";
import { checkedSelect, storedRows } from "./checked-select.ts";
import type { Progress } from "./context.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { HeaderNote } from "./header.ts";
import { type OpenTable, openTables } from "./open-tables.ts";
import { readPlainCsv } from "./plain-csv.ts";
import { readPlainParquet } from "./plain-parquet.ts";
import { createStage, emptyStage, RowSorter, type StagedRows, type TableCounts } from "./stage.ts";

// As many rows as are staged before they are written: bounds the memory of a workbook of any length.
const ROWS_PER_PART = 50_000;
const ROWS_PER_APPEND = 4096;

/**
 * Reads a table below its header into `<folder>/row-*.parquet` (typed, with structural issues), `group-*.parquet` (the dose groups of person records) and
 * `rejected-*.parquet`.
 * @throws {FileRefusal} FILE.EMPTY where no row follows the header
 */
export async function readTable(
  db: Database,
  path: string,
  table: OpenTable,
  folder: string,
  progress: Progress,
): Promise<StoredTable> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const plain =
    (await readPlainCsv(db, path, table, folder, progress)) ??
    (await readPlainParquet(db, path, table, folder, progress));
  const known = plain === null ? await knownTable(path, table) : table;
  const { counts, notes } = plain ?? (await readRows(db, known, folder, progress));
  if (counts.records_in === counts.blank)
    throw new FileRefusal("FILE.EMPTY", { vi: "chỉ có dòng tiêu đề", en: "a header and no rows" });
  return describeTable(known, counts, notes, plain?.lineOfRecordZero ?? null);
}

/** DuckDB reads nothing but UTF-8; where it did not, an encoding that was presumed is looked for in the whole file. */
async function knownTable(path: string, table: OpenTable): Promise<OpenTable> {
  const [known] = table.grid.presumed === true ? await openTables(path, table.header.kind) : [table];
  return known ?? table;
}

async function readRows(
  db: Database,
  { grid, header }: OpenTable,
  folder: string,
  progress: Progress,
): Promise<{ counts: TableCounts; notes: HeaderNote[] }> {
  const sorter = new RowSorter(header, grid.format === "csv");
  let [staged, rows, part] = [emptyStage(), 0, 0];
  await createStage(db, header.kind);
  for await (const batch of grid.batches()) {
    sorter.sort(batch, staged);
    if (staged.rows.length < ROWS_PER_APPEND) continue;
    rows += staged.rows.length;
    await appendStaged(db, staged);
    staged = emptyStage();
    if (rows < ROWS_PER_PART) continue;
    await writePart(db, header.kind, folder, part);
    await createStage(db, header.kind);
    progress(sorter.counts.records_in);
    [rows, part] = [0, part + 1];
  }
  await appendStaged(db, staged);
  await writePart(db, header.kind, folder, part);
  // A long file hands its memory back; the few rows of a short one make room for those of the next.
  if (part > 0) await createStage(db, header.kind);
  return { counts: sorter.counts, notes: sorter.notes() };
}

async function appendStaged(db: Database, { rows, doses, rejected }: StagedRows): Promise<void> {
  await db.append("stage_row", rows);
  if (doses.length > 0) await db.append("stage_dose", doses);
  if (rejected.length > 0) await db.append("stage_rejected", rejected);
}

async function writePart(db: Database, kind: RowKind, folder: string, part: number): Promise<void> {
  const write = (name: string, select: string) =>
    db.run(`copy (${select}) to ${literal(partPath(folder, name, part))} (format parquet)`);
  await db.run(
    `create or replace view read_row as ${checkedSelect(rowKinds[kind].schema, "stage_row", ["record", "line"])}`,
  );
  await write("row", storedRows(kind));
  if (kind === "person_record")
    await write("group", checkedSelect(PersonDose, "stage_dose", ["record", "line", "slot"]));
  await write("rejected", "select * from stage_rejected");
}

function partPath(folder: string, name: string, part: number): string {
  return join(folder, `${name}-${String(part).padStart(5, "0")}.parquet`);
}

/** What is stored of a table beside its rows. */
export function describeTable(
  { grid, header }: OpenTable,
  counts: TableCounts,
  rowNotes: readonly HeaderNote[],
  lineOfRecordZero: number | null,
): StoredTable {
  const { kind, above, row: headerRow, width } = header;
  const { sheet, format, encoding, delimiter } = grid;
  const gridNotes: HeaderNote[] = grid.notes.map(({ code, found, expected }) => ({
    code,
    column: "",
    found,
    expected,
  }));
  const dosePlaces = header.doses.flatMap(({ slot, places }) =>
    [...places].map(([name, at]) => [`dose_${slot}_${name}`, at] as const),
  );
  return {
    sheet,
    kind,
    format,
    encoding,
    delimiter,
    counts,
    above,
    headerRow,
    width,
    lineOfRecordZero,
    notes: [...header.notes, ...gridNotes, ...rowNotes],
    places: Object.fromEntries(header.places),
    dosePlaces: Object.fromEntries(dosePlaces),
  };
}
