import type { RowKind } from "@tiendo/schema";
import { type Grid, type GridRow, openGrids } from "../grid/grid.ts";
import { TOOL_SHEET_MARK } from "../workbook/tool-sheets.ts";
import { FileRefusal } from "./file-refusal.ts";
import { findHeader } from "./find-header.ts";
import type { Header, HeaderNote } from "./header.ts";

const FIRST_ROWS = 60;

/** A sheet whose header was understood. */
export interface OpenTable {
  grid: Grid;
  header: Header;
}

/**
 * Opens a file and finds the header of each of its sheets. In a workbook of several sheets those without a header that is
 * known, such as a list of codes, are passed over, and named, as long as one has.
 * @param presume whether the encoding of a large text may be presumed from its beginning
 * @throws {FileRefusal} where no sheet has one
 */
export async function openTables(path: string, kind: RowKind | null, presume = false): Promise<OpenTable[]> {
  const grids = await openGrids(path, { presume });
  const tables: OpenTable[] = [];
  const skipped: HeaderNote[] = [];
  let refusal: FileRefusal | null = null;
  for (const grid of grids) {
    try {
      tables.push({ grid, header: await headerOf(grid, kind) });
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      refusal ??= error;
      if (!(await isToolSheet(grid))) skipped.push(skippedNote(grid));
    }
  }
  const [first, ...others] = tables;
  // Said with the first table, since a sheet that is not read has no rows to say it with.
  if (first !== undefined)
    return [{ ...first, header: { ...first.header, notes: [...first.header.notes, ...skipped] } }, ...others];
  throw refusal ?? new FileRefusal("FILE.EMPTY", { vi: "không có trang tính nào", en: "no sheet" });
}

/** Finds the header of a grid. @throws {FileRefusal} where it has none that is known */
export async function headerOf(grid: Grid, kind: RowKind | null): Promise<Header> {
  const rows: GridRow[] = [];
  for await (const row of grid.rows()) {
    rows.push(row);
    if (rows.length >= FIRST_ROWS) break;
  }
  if (rows.length === 0) throw new FileRefusal("FILE.EMPTY", { vi: "0 dòng", en: "0 lines" });
  return findHeader(rows, kind);
}

function skippedNote({ sheet }: Grid): HeaderNote {
  return { code: "FILE.SHEET_SKIPPED", column: "", found: sheet ?? "", expected: "" };
}

/** Lists of codes and instructions that our own forms carry are no data. */
async function isToolSheet(grid: Grid): Promise<boolean> {
  for await (const { cells } of grid.rows()) return cells[0]?.startsWith(TOOL_SHEET_MARK) === true;
  return false;
}
