import { cellName, columnLetters } from "./cell-xml.ts";
import { type Validation, validationXml } from "./validation.ts";
import { XML_HEAD, xmlElement, xmlList, xmlTag, xmlText } from "./xml.ts";

/** A range of cells: rows from 1, columns from 0, both ends included. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A note on a cell. */
export interface CellNote {
  row: number;
  column: number;
  text: string;
}

/** A sheet around its rows. */
export interface SheetFrame {
  name: string;
  /** Width in characters; `style` is that of cells nobody has written yet. */
  columns: readonly { width: number; style?: number }[];
  frozen?: { rows: number; columns: number };
  merges?: readonly CellRange[];
  validations?: readonly Validation[];
  notes?: readonly CellNote[];
  /** First and last of the rows that are repeated on each printed page. */
  titleRows?: readonly [number, number];
  /** How many columns are repeated on each printed page. */
  titleColumns?: number;
  /** Printed pages side by side. */
  pagesWide?: number;
  /** Foot of the printed page in Excel's codes; the sheet's name and the page by default. */
  footer?: string;
  /** Row with the filter buttons; the filter reaches to the last row. */
  filterRow?: number;
}

const NAMESPACES = {
  xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

/** The address of a range, such as `A7:A8`. */
export function rangeName({ top, left, bottom, right }: CellRange): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}

/** What stands before the rows. */
export function sheetHead(frame: SheetFrame): string {
  const open = xmlTag("worksheet", NAMESPACES).replace("/>", ">");
  const fit = xmlElement("sheetPr", {}, xmlTag("pageSetUpPr", { fitToPage: 1 }));
  const format = xmlTag("sheetFormatPr", { defaultRowHeight: 15 });
  return `${XML_HEAD}${open}${fit}${viewXml(frame)}${format}${columnsXml(frame)}<sheetData>`;
}

/** What stands after the rows. */
export function sheetEnd(frame: SheetFrame, lastRow: number): string {
  const filter = filterRange(frame, lastRow);
  const merges = (frame.merges ?? []).map((range) => xmlTag("mergeCell", { ref: rangeName(range) }));
  return [
    "</sheetData>",
    filter === null ? "" : xmlTag("autoFilter", { ref: rangeName(filter) }),
    xmlList("mergeCells", merges),
    xmlList("dataValidations", (frame.validations ?? []).map(validationXml)),
    xmlTag("pageMargins", { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }),
    xmlTag("pageSetup", {
      paperSize: 9,
      orientation: "landscape",
      fitToWidth: frame.pagesWide ?? 1,
      fitToHeight: 0,
    }),
    xmlElement("headerFooter", {}, xmlElement("oddFooter", {}, xmlText(frame.footer ?? "&A, &P/&N"))),
    (frame.notes ?? []).length === 0 ? "" : xmlTag("legacyDrawing", { "r:id": "rId1" }),
    "</worksheet>",
  ].join("");
}

/** The cells that the filter covers; null where the sheet has none. */
export function filterRange({ filterRow, columns }: SheetFrame, lastRow: number): CellRange | null {
  if (filterRow === undefined) return null;
  return { top: filterRow, left: 0, bottom: Math.max(lastRow, filterRow), right: columns.length - 1 };
}

function viewXml({ frozen }: SheetFrame): string {
  if (frozen === undefined) return xmlElement("sheetViews", {}, xmlTag("sheetView", { workbookViewId: 0 }));
  const pane = xmlTag("pane", {
    xSplit: frozen.columns === 0 ? undefined : frozen.columns,
    ySplit: frozen.rows,
    topLeftCell: cellName(frozen.rows + 1, frozen.columns),
    activePane: frozen.columns === 0 ? "bottomLeft" : "bottomRight",
    state: "frozen",
  });
  return xmlElement("sheetViews", {}, xmlElement("sheetView", { workbookViewId: 0 }, pane));
}

function columnsXml({ columns }: SheetFrame): string {
  const items = columns.map(({ width, style }, at) =>
    xmlTag("col", { min: at + 1, max: at + 1, width, style, customWidth: 1 }),
  );
  return items.length === 0 ? "" : xmlElement("cols", {}, items);
}

/** A range with fixed rows and columns, qualified by its sheet, as defined names have it. */
export function fixedRange(sheet: string, { top, left, bottom, right }: CellRange): string {
  return `${quotedSheet(sheet)}!$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`;
}

/** A sheet's name as formulas write it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
