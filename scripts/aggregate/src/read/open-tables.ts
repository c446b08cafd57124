import type { RowKind } from "@tiendo/schema";
import { type Grid, type GridRow, openGrids } from "../grid/grid.ts";
import { FileRefusal } from "./file-refusal.ts";
import { findHeader } from "./find-header.ts";
import type { Header } from "./header.ts";

const FIRST_ROWS = 60;

/** A sheet whose header was understood. */
export interface OpenTable {
  grid: Grid;
  header: Header;
}

/**
 * Opens a file and finds the header of each of its sheets. In a workbook of several sheets those without a header that is
 * known, such as a list of codes, are passed over as long as one has.
 * @throws {FileRefusal} where no sheet has one
 */
export async function openTables(path: string, kind: RowKind | null): Promise<OpenTable[]> {
  const grids = await openGrids(path);
  const tables: OpenTable[] = [];
  let refusal: FileRefusal | null = null;
  for (const grid of grids) {
    try {
      tables.push({ grid, header: await headerOf(grid, kind) });
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      refusal ??= error;
    }
  }
  if (tables.length > 0) return tables;
  throw refusal ?? new FileRefusal("FILE.EMPTY", { vi: "không có trang tính nào", en: "no sheet" });
}

async function headerOf(grid: Grid, kind: RowKind | null): Promise<Header> {
  const rows: GridRow[] = [];
  for await (const row of grid.rows()) {
    rows.push(row);
    if (rows.length >= FIRST_ROWS) break;
  }
  if (rows.length === 0) throw new FileRefusal("FILE.EMPTY", { vi: "0 dòng", en: "0 lines" });
  return findHeader(rows, kind);
}
