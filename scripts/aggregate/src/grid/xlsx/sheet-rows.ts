import type { GridRow } from "../grid-row.ts";
import { excelRows } from "../limits.ts";
import { MergeCover, mergeOf } from "./merges.ts";
import { type CellContext, rowCells } from "./sheet-cells.ts";
import { rowsBeyond, type SheetScan } from "./sheet-scan.ts";
import { type Piece, xmlElements } from "./xml-elements.ts";
import { attribute } from "./xml-text.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { zipPart } from "./zip-part.ts";

/** The rows of a sheet that hold anything, with the numbers that the sender sees. */
export async function* sheetBatches(
  path: string,
  part: ZipEntry,
  scan: SheetScan,
  context: CellContext,
): AsyncGenerator<GridRow[]> {
  const cover = new MergeCover(scan.merges.flatMap((range) => mergeOf(range) ?? []));
  let last = 0;
  for await (const pieces of xmlElements(zipPart(path, part), `${scan.prefix}row`)) {
    const batch: GridRow[] = [];
    for (const piece of pieces) {
      last = rowNumber(piece, last);
      const row = { row: last, ...rowCells(piece.body, context), broken: null };
      cover.blank(last, row.cells);
      if (row.cells.some((cell) => cell !== null)) batch.push(row);
    }
    if (batch.length > 0) yield batch;
  }
}

/** A row's number is optional: without it, it follows the one before. */
function rowNumber({ tag }: Piece, before: number): number {
  const row = Number(attribute(tag, "r") ?? before + 1);
  if (!(row >= 1 && row <= excelRows)) throw rowsBeyond(row);
  return row;
}
