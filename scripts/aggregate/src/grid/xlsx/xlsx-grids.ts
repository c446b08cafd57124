import { open } from "node:fs/promises";
import { FileRefusal } from "../../read/file-refusal.ts";
import type { FileHead } from "../file-head.ts";
import type { GridSource } from "../grid-source.ts";
import { hiddenNotes, noVisibleRows } from "../sheets.ts";
import { mergeOf } from "./merges.ts";
import { sharedStrings } from "./shared-strings.ts";
import type { CellContext } from "./sheet-cells.ts";
import { sheetBatches } from "./sheet-rows.ts";
import { scanSheet } from "./sheet-scan.ts";
import { growHeapSlowlyFor } from "./slow-heap.ts";
import type { StringTable } from "./string-table.ts";
import { readWorkbook, type SheetEntry, type Workbook } from "./workbook.ts";
import { type ZipEntry, zipEntries } from "./zip-directory.ts";
import { refuseZipBomb } from "./zip-ratio.ts";

// Headers stand within these rows; merges further down are blanked but of no use to the caller.
const HEADER_ROWS = 50;

/**
 * Opens the visible sheets of an .xlsx that hold anything; each is read through once, so that damage is found first.
 * @throws {FileRefusal} FILE.BAD_WORKBOOK, FILE.ZIP_RATIO, FILE.KIND_UNKNOWN, FILE.PASSWORD, FILE.EMPTY
 */
export async function xlsxGrids(head: FileHead): Promise<GridSource[]> {
  const entries = await entriesOf(head);
  refuseOtherZips(entries);
  refuseZipBomb(entries.values());
  growHeapSlowlyFor(head.size);
  const workbook = await readWorkbook(head.path, entries);
  const notes = hiddenNotes(workbook.sheets);
  const strings = once(() => sharedStrings(head.path, workbook.sharedStrings));
  const grids: GridSource[] = [];
  for (const sheet of workbook.sheets.filter(({ hidden }) => !hidden)) {
    const grid = await sheetGrid(head.path, sheet, workbook, strings);
    if (grid !== null) grids.push(grid);
  }
  if (grids[0] === undefined) throw noVisibleRows(workbook.sheets);
  grids[0].notes = notes;
  return grids;
}

async function entriesOf(head: FileHead): Promise<Map<string, ZipEntry>> {
  const file = await open(head.path, "r");
  try {
    return await zipEntries(file, head.size);
  } finally {
    await file.close();
  }
}

function refuseOtherZips(entries: Map<string, ZipEntry>): void {
  const names = [...entries.keys()];
  if (names.some((name) => /^xl\/.*\.xml$/i.test(name))) return;
  const expected = { vi: "XLSX, XLS, CSV, Parquet, JSON", en: "XLSX, XLS, CSV, Parquet, JSON" };
  const found = names.includes("xl/workbook.bin")
    ? { vi: "bảng tính nhị phân XLSB", en: "a binary workbook (XLSB)" }
    : { vi: "tệp nén ZIP không phải XLSX", en: "a ZIP file that is no XLSX" };
  throw new FileRefusal("FILE.KIND_UNKNOWN", found, expected);
}

async function sheetGrid(
  path: string,
  { name, part }: SheetEntry,
  { formats, is1904 }: Workbook,
  strings: () => Promise<StringTable>,
): Promise<GridSource | null> {
  const scan = await scanSheet(path, part);
  if (!scan.filled) return null;
  const merges = scan.merges.filter((range) => (mergeOf(range)?.top ?? 0) <= HEADER_ROWS);
  async function* batches() {
    const context: CellContext = { prefix: scan.prefix, strings: await strings(), formats, is1904 };
    yield* sheetBatches(path, part, scan, context);
  }
  return { format: "xlsx", sheet: name, encoding: null, delimiter: null, merges, batches };
}

/** Loads once, when first asked. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | null = null;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
