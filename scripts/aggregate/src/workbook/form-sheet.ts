import type { RowKind } from "@tiendo/schema";
import { z } from "zod";
import { type FormColumn, formColumns, headerText } from "./form-columns.ts";
import { headerMerges, headerRows } from "./form-header.ts";
import { formExample, headerNote } from "./form-note.ts";
import { notesAbove } from "./form-texts.ts";
import { validationOf } from "./form-validation.ts";
import { EXAMPLE_MARK } from "./tool-sheets.ts";
import { cellName, type WrittenCell } from "./xlsx/cell-xml.ts";
import type { CellNote, SheetFrame } from "./xlsx/sheet-frame.ts";
import type { CellStyle } from "./xlsx/style-table.ts";
import type { WorkbookFile } from "./xlsx/workbook-file.ts";

/** First row of the header: notes stand in rows 1 to 5, row 6 is blank, as in the import form of records. */
export const HEADER_ROW = 7;
/** Rows made ready with lists and limits; formats reach to the end of the sheet. */
export const PREPARED_ROWS = 1000;

const NOTE_COLUMNS = 8;
// Heights in points: notes and header stay in sight together and must leave room for rows.
const NOTE_LINE = 12;
const GROUP_HEIGHT = 18;
const HEADER_HEIGHT = 34;

/** Writes the sheet that is filled in. */
export async function writeForm(workbook: WorkbookFile, kind: RowKind): Promise<void> {
  const columns = formColumns(kind);
  const header = headerRows(columns);
  const style = (look: CellStyle) => workbook.styles.numberOf(look);
  const frame = frameOf(workbook, kind, columns, header.length);
  const sheet = await workbook.beginSheet(frame);
  const letters = frame.columns.slice(0, NOTE_COLUMNS + 1).reduce((sum, { width }) => sum + width, 0);
  for (const [at, value] of notesAbove(kind).entries()) {
    const look = at === 0 ? { bold: true, size: 10 } : { size: 9 };
    await sheet.row([{ value, style: style({ wrap: true, ...look }) }], noteHeight(value, letters));
  }
  await sheet.row([]);
  const head = style({ format: "text", bold: true, fill: "DDEBF7", border: "thin", wrap: true, centred: true });
  for (const [at, row] of header.entries()) {
    const height = at === header.length - 1 ? HEADER_HEIGHT : GROUP_HEIGHT;
    await sheet.row(
      row.map((value) => ({ value, style: head })),
      height,
    );
  }
  await sheet.row(exampleRow(columns, style({ format: "text", italic: true, colour: "767676" })));
  await workbook.endSheet(sheet);
}

/** Merged cells are not fitted to their text by spreadsheet programs. */
function noteHeight(text: string, letters: number): number {
  return text.split("\n").reduce((sum, line) => sum + NOTE_LINE * Math.ceil(line.length / letters), 3);
}

function frameOf(workbook: WorkbookFile, kind: RowKind, columns: readonly FormColumn[], depth: number): SheetFrame {
  const last = HEADER_ROW + depth - 1;
  const first = last + 2;
  const validations = columns.flatMap(({ column }, at) => {
    const range = `${cellName(first, at + 1)}:${cellName(first + PREPARED_ROWS - 1, at + 1)}`;
    return validationOf(column, range) ?? [];
  });
  const noteMerges = [1, 2, 3, 4, 5].map((row) => ({
    top: row,
    bottom: row,
    left: 0,
    right: Math.min(NOTE_COLUMNS, columns.length),
  }));
  return {
    name: sheetNameOf(kind),
    columns: [{ width: 8, style: formatOf(workbook, null) }, ...columns.map((one) => columnOf(workbook, one))],
    frozen: { rows: last, columns: 2 },
    merges: [...noteMerges, ...headerMerges(columns, HEADER_ROW)],
    validations,
    notes: notesOf(columns, depth),
    titleRows: [HEADER_ROW, last],
    pagesWide: Math.ceil((columns.length + 1) / 14),
  };
}

/** The import form's own name, by which localities know it; other kinds have none. */
function sheetNameOf(kind: RowKind): string {
  return kind === "person_record" ? "PL1_Danh sach doi tuong tiem" : "Biểu mẫu";
}

function columnOf(workbook: WorkbookFile, one: FormColumn) {
  const texts = [...headerText(one).split("\n"), formExample(one.column) ?? ""];
  const widest = Math.max(...texts.map(({ length }) => length));
  return { width: Math.min(32, Math.max(12, widest + 3)), style: formatOf(workbook, one) };
}

function formatOf(workbook: WorkbookFile, one: FormColumn | null): number {
  const isNumber = one?.column.type instanceof z.ZodNumber;
  return workbook.styles.numberOf({ format: isNumber ? "whole" : "text" });
}

/** Notes stand on the row that names the columns: the second of the two under dose groups. */
function notesOf(columns: readonly FormColumn[], depth: number): CellNote[] {
  return columns.map((one, at) => ({
    row: one.group === null ? HEADER_ROW : HEADER_ROW + depth - 1,
    column: at + 1,
    text: headerNote(one),
  }));
}

/** One dose is enough of an example; the other groups stay blank. */
function exampleRow(columns: readonly FormColumn[], style: number): WrittenCell[] {
  const shown = columns.map(({ column, group }) => (group !== null && group > 1 ? null : formExample(column)));
  return [EXAMPLE_MARK, ...shown].map((value) => ({ value, style }));
}
