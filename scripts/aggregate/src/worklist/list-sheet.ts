import { headerText } from "../workbook/form-columns.ts";
import { headerNote } from "../workbook/form-note.ts";
import { validationOf } from "../workbook/form-validation.ts";
import { cellName, type WrittenCell } from "../workbook/xlsx/cell-xml.ts";
import type { SheetFrame } from "../workbook/xlsx/sheet-frame.ts";
import type { SheetWriter } from "../workbook/xlsx/sheet-writer.ts";
import type { StyleTable } from "../workbook/xlsx/style-table.ts";
import type { WorkbookFile } from "../workbook/xlsx/workbook-file.ts";
import { columnNames, formColumnsOf, type ListSheet, openColumns } from "./list-columns.ts";
import { noteHeight, rowHeight } from "./row-height.ts";

const ORDER_WIDTH = 5;
const HEADING_HEIGHT = 20;
// A row must leave room for handwriting.
const LEAST_HEIGHT = 30;

/** Writes the list: notes, headings of the actors, one row of headers, rows. The headings are notes to the reader. */
export async function writeListSheet(workbook: WorkbookFile, list: ListSheet): Promise<void> {
  const frame = frameOf(workbook.styles, list);
  const widths = frame.columns.map(({ width }) => width);
  const sheet = await workbook.beginSheet(frame);
  await writeAbove(sheet, workbook.styles, list, widths);
  const titles = headers(workbook.styles, list);
  const titleTexts = titles.map(({ value }) => String(value));
  await sheet.row(headings(workbook.styles, list), HEADING_HEIGHT);
  await sheet.row(titles, rowHeight(titleTexts, widths, LEAST_HEIGHT));
  await writeRows(sheet, cellStyles(workbook.styles, list), list, widths);
  await workbook.endSheet(sheet);
}

async function writeAbove(sheet: SheetWriter, styles: StyleTable, list: ListSheet, widths: number[]): Promise<void> {
  const letters = widths.slice(0, list.firstPage).reduce((sum, width) => sum + width, 0);
  for (const [at, value] of list.above.entries()) {
    const style = styles.numberOf(at === 0 ? { bold: true, size: 13, wrap: true } : { size: 10, wrap: true });
    await sheet.row([{ value, style }], noteHeight(value, letters, at === 0));
  }
}

async function writeRows(sheet: SheetWriter, styles: number[], list: ListSheet, widths: number[]): Promise<void> {
  const names = columnNames(list);
  for (const [at, row] of list.rows.entries()) {
    const texts = [String(at + 1), ...names.map((name) => row[name] ?? null)];
    const cells = texts.map((value, place): WrittenCell => ({ value, style: styles[place] ?? 0 }));
    await sheet.row(cells, rowHeight(texts, widths, LEAST_HEIGHT));
  }
}

function frameOf(styles: StyleTable, list: ListSheet): SheetFrame {
  const text = styles.numberOf({ format: "text" });
  const groupRow = list.above.length + 1;
  const widths = list.groups.flatMap(({ columns }) => columns.map(([, width]) => width));
  return {
    name: list.name,
    columns: [ORDER_WIDTH, ...widths].map((width) => ({ width, style: text })),
    frozen: { rows: groupRow + 1, columns: list.repeated },
    merges: [...noteMerges(list), ...groupMerges(list, groupRow)],
    validations: validations(list, groupRow + 2),
    notes: openColumns(list).map(({ column, at }) => ({ row: groupRow + 1, column: at, text: headerNote(column) })),
    titleRows: [groupRow, groupRow + 1],
    titleColumns: list.repeated,
    pagesWide: list.firstPage > widths.length ? 1 : 2,
    footer: list.footer,
  };
}

function noteMerges({ above, firstPage }: ListSheet) {
  return above.map((_, at) => ({ top: at + 1, bottom: at + 1, left: 0, right: firstPage - 1 }));
}

function groupMerges({ groups }: ListSheet, top: number) {
  let left = 1;
  return groups.flatMap(({ columns }) => {
    const range = { top, bottom: top, left, right: left + columns.length - 1 };
    left += columns.length;
    return columns.length > 1 ? [range] : [];
  });
}

function headings(styles: StyleTable, { groups }: ListSheet): WrittenCell[] {
  const cells = groups.flatMap(({ title, fill, columns }) => {
    const style = styles.numberOf({ bold: true, fill, border: "thin", centred: true, wrap: true });
    return columns.map((_, at) => ({ value: at === 0 ? `${title.vi} / ${title.en}` : null, style }));
  });
  return [{ value: null, style: 0 }, ...cells];
}

function headers(styles: StyleTable, list: ListSheet): WrittenCell[] {
  const look = { format: "text", bold: true, size: 9, border: "thin", wrap: true, centred: true } as const;
  const fills = list.groups.flatMap(({ fill, columns }) => columns.map(() => fill));
  const cells = formColumnsOf(list).map((column, at) => ({
    value: headerText(column),
    style: styles.numberOf({ ...look, fill: fills[at] ?? "FFFFFF" }),
  }));
  return [{ value: "STT", style: styles.numberOf(look) }, ...cells];
}

function cellStyles(styles: StyleTable, { groups }: ListSheet): number[] {
  const look = { format: "text", border: "thin", wrap: true } as const;
  const closed = styles.numberOf({ ...look, fill: "F2F2F2" });
  const open = styles.numberOf(look);
  return [closed, ...groups.flatMap((group) => group.columns.map(() => (group.open ? open : closed)))];
}

function validations(list: ListSheet, first: number) {
  const last = first + Math.max(list.rows.length, 1) - 1;
  return openColumns(list).flatMap(
    ({ column, at }) => validationOf(column.column, `${cellName(first, at)}:${cellName(last, at)}`) ?? [],
  );
}
