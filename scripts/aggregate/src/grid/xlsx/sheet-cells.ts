import { cellText, isDecomposed } from "../cell-text.ts";
import type { GridRow, RawCell } from "../grid-row.ts";
import { excelColumns } from "../limits.ts";
import { type KnownFormat, knownFormat, numberCell } from "../number-cell.ts";
import { badWorkbook } from "./bad-workbook.ts";
import { columnOf } from "./cell-place.ts";
import type { StringTable } from "./string-table.ts";
import { attribute, richText, xmlText } from "./xml-text.ts";

/** What cells refer to. */
export interface CellContext {
  prefix: string;
  strings: Pick<StringTable, "at">;
  formats: readonly KnownFormat[];
  is1904: boolean;
}

interface CellRead {
  text: string | null;
  raw: RawCell | null;
  composed: boolean;
}

/** What a row holds beside its number. */
type RowRead = Required<Pick<GridRow, "cells" | "raw" | "composed">>;

const general = knownFormat(null);

/** The cells of one row out of the inside of its element: text and, for what is no plain text, the stored value. */
export function rowCells(body: string, context: CellContext): Pick<GridRow, "cells" | "raw" | "composed"> {
  const row: RowRead = { cells: [], raw: new Map(), composed: [] };
  const open = `<${context.prefix}c`;
  const close = `</${context.prefix}c>`;
  let column = -1;
  for (let at = body.indexOf(open); at >= 0; at = body.indexOf(open, at)) {
    const tagEnd = body.indexOf(">", at);
    const tag = body.slice(at + open.length, tagEnd);
    const end = tag.endsWith("/") ? tagEnd : body.indexOf(close, tagEnd);
    if (tagEnd < 0 || end < 0) break;
    column = columnAfter(column, tag);
    const read = end === tagEnd ? null : readCell(tag, body.slice(tagEnd + 1, end), context);
    if (read !== null) place(column, read, row);
    at = end + 1;
  }
  const { cells, raw, composed } = row;
  return { cells, ...(raw.size === 0 ? {} : { raw }), ...(composed.length === 0 ? {} : { composed }) };
}

function place(column: number, { text, raw, composed }: CellRead, row: RowRead): void {
  if (text === null) return;
  while (row.cells.length < column) row.cells.push(null);
  row.cells[column] = text;
  if (raw !== null) row.raw.set(column, raw);
  if (composed) row.composed.push(column);
}

/** A cell's place is optional: without it, it follows the one before. */
function columnAfter(before: number, tag: string): number {
  const place = attribute(tag, "r");
  const column = place === null ? before + 1 : columnOf(place);
  if (column >= 0 && column < excelColumns) return column;
  throw badWorkbook(`có ô ở cột không tồn tại (${place})`, `it has a cell in a column that does not exist (${place})`);
}

function readCell(tag: string, inner: string, context: CellContext): CellRead | null {
  const type = attribute(tag, "t") ?? "n";
  if (type === "inlineStr") return textCell(richText(inner, context.prefix));
  const value = valueIn(inner, context.prefix);
  if (value === null) return null;
  if (type === "s") return textCell(sharedString(value, context));
  if (type === "str") return textCell(xmlText(value));
  return typedCell(type, xmlText(value).trim(), attribute(tag, "s"), context);
}

function textCell(text: string): CellRead {
  return { text: cellText(text), raw: null, composed: isDecomposed(text) };
}

function valueIn(inner: string, prefix: string): string | null {
  const open = inner.indexOf(`<${prefix}v`);
  const start = inner.indexOf(">", open) + 1;
  const end = inner.indexOf(`</${prefix}v>`, start);
  return open < 0 || start === 0 || end < 0 ? null : inner.slice(start, end);
}

function sharedString(value: string, { strings }: CellContext): string {
  const string = strings.at(Number(value));
  if (string !== undefined) return string;
  throw badWorkbook(
    `có ô trỏ tới chuỗi số ${value} không tồn tại`,
    `a cell refers to string ${value}, which is missing`,
  );
}

function typedCell(type: string, value: string, style: string | null, context: CellContext): CellRead | null {
  if (value === "") return null;
  const format = (style === null ? null : context.formats[Number(style)]) ?? general;
  const text = cellText(typedText(type, value, format, context));
  return { text, raw: { type, format: format.code, value }, composed: false };
}

function typedText(type: string, value: string, { meaning }: KnownFormat, { is1904 }: CellContext): string {
  if (type === "b") return value === "1" || value === "true" ? "true" : "false";
  if (type === "d") return value.replace(/T00:00:00(\.0+)?Z?$|\.\d+Z?$|Z$/, "");
  return type === "n" ? numberCell(value, meaning, is1904) : value;
}
