import { read, type WorkBook } from "@e965/xlsx";
import { FileRefusal } from "../../read/file-refusal.ts";
import type { FileHead } from "../file-head.ts";
import type { GridSource } from "../grid-source.ts";
import { hiddenNotes, noVisibleRows } from "../sheets.ts";
import { passwordRefusal, xlsBytes } from "./ole2.ts";
import { isFilled, type SheetCells, sheetMerges, sheetRows } from "./xls-rows.ts";

/** Opens the visible sheets of an old .xls that hold anything; the whole workbook is held in memory. @throws {FileRefusal} */
export async function xlsGrids(head: FileHead): Promise<GridSource[]> {
  const book = parse(await xlsBytes(head));
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.map((name, at) => ({
    name,
    hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
  }));
  const shown = sheets
    .filter(({ hidden }) => !hidden)
    .map(({ name }) => ({ name, cells: book.Sheets[name] as SheetCells }));
  const grids = shown.filter(({ cells }) => isFilled(cells)).map(({ name, cells }) => xlsGrid(name, cells, is1904));
  if (grids[0] === undefined) throw noVisibleRows(sheets);
  grids[0].notes = hiddenNotes(sheets);
  return grids;
}

function xlsGrid(name: string, cells: SheetCells, is1904: boolean): GridSource {
  async function* batches() {
    yield* sheetRows(cells, is1904);
  }
  return { format: "xls", sheet: name, encoding: null, delimiter: null, merges: sheetMerges(cells), batches };
}

function parse(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      dense: true,
      cellDates: false,
      cellNF: true,
      cellText: false,
      cellFormula: false,
      cellHTML: false,
    });
  } catch (cause) {
    if (/password|encrypt/i.test(String(cause))) throw passwordRefusal();
    const found = { vi: "không đọc được nội dung", en: "its content cannot be read" };
    throw Object.assign(
      new FileRefusal("FILE.BAD_WORKBOOK", found, { vi: "tệp XLS nguyên vẹn", en: "a whole XLS file" }),
      { cause },
    );
  }
}
