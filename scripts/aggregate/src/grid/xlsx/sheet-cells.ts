import { cellText } from "../cell-text.ts";
import type { GridRow, RawCell } from "../grid-row.ts";
import { excelColumns } from "../limits.ts";
import { type KnownFormat, knownFormat, numberCell } from "../number-cell.ts";
import { badWorkbook } from "./bad-workbook.ts";
import { columnOf } from "./cell-place.ts";
import { attribute, richText, xmlText } from "./xml-text.ts";

/** What cells refer to. */
export interface CellContext {
  prefix: string;
  strings: readonly string[];
  formats: readonly KnownFormat[];
  is1904: boolean;
}

interface CellRead {
  text: string | null;
  raw: RawCell | null;
}

const general = knownFormat(null);

/** The cells of one row out of the inside of its element: text and, for what is no plain text, the stored value. */
export function rowCells(body: string, context: CellContext): Pick<GridRow, "cells" | "raw"> {
  const cells: Array<string | null> = [];
  const raw = new Map<number, RawCell>();
  let column = -1;
  for (const { tag, inner } of cellElements(body, context.prefix)) {
    column = columnAfter(column, tag);
    const read = inner === "" ? null : readCell(tag, inner, context);
    if (read === null || read.text === null) continue;
    while (cells.length < column) cells.push(null);
    cells[column] = read.text;
    if (read.raw !== null) raw.set(column, read.raw);
  }
  return raw.size === 0 ? { cells } : { cells, raw };
}

/** A cell's place is optional: without it, it follows the one before. */
function columnAfter(before: number, tag: string): number {
  const place = attribute(tag, "r");
  const column = place === null ? before + 1 : columnOf(place);
  if (column >= 0 && column < excelColumns) return column;
  throw badWorkbook(`có ô ở cột không tồn tại (${place})`, `it has a cell in a column that does not exist (${place})`);
}

function* cellElements(body: string, prefix: string): Generator<{ tag: string; inner: string }> {
  const open = `<${prefix}c`;
  const close = `</${prefix}c>`;
  for (let at = body.indexOf(open); at >= 0; at = body.indexOf(open, at)) {
    const tagEnd = body.indexOf(">", at);
    if (tagEnd < 0) return;
    const tag = body.slice(at + open.length, tagEnd);
    at = tagEnd + 1;
    if (tag.endsWith("/")) yield { tag, inner: "" };
    else {
      const end = body.indexOf(close, at);
      if (end < 0) return;
      yield { tag, inner: body.slice(at, end) };
      at = end + close.length;
    }
  }
}

function readCell(tag: string, inner: string, context: CellContext): CellRead | null {
  const type = attribute(tag, "t") ?? "n";
  if (type === "inlineStr") return { text: cellText(richText(inner, context.prefix)), raw: null };
  const value = valueIn(inner, context.prefix);
  if (value === null) return null;
  if (type === "s") return { text: cellText(sharedString(value, context)), raw: null };
  if (type === "str") return { text: cellText(xmlText(value)), raw: null };
  return typedCell(type, xmlText(value).trim(), attribute(tag, "s"), context);
}

function valueIn(inner: string, prefix: string): string | null {
  const open = inner.indexOf(`<${prefix}v`);
  const start = inner.indexOf(">", open) + 1;
  const end = inner.indexOf(`</${prefix}v>`, start);
  return open < 0 || start === 0 || end < 0 ? null : inner.slice(start, end);
}

function sharedString(value: string, { strings }: CellContext): string {
  const string = strings[Number(value)];
  if (string !== undefined) return string;
  throw badWorkbook(
    `có ô trỏ tới chuỗi số ${value} không tồn tại`,
    `a cell refers to string ${value}, which is missing`,
  );
}

function typedCell(type: string, value: string, style: string | null, context: CellContext): CellRead | null {
  if (value === "") return null;
  const format = (style === null ? null : context.formats[Number(style)]) ?? general;
  return { text: cellText(typedText(type, value, format, context)), raw: { type, format: format.code, value } };
}

function typedText(type: string, value: string, { meaning }: KnownFormat, { is1904 }: CellContext): string {
  if (type === "b") return value === "1" || value === "true" ? "true" : "false";
  if (type === "d") return value.replace(/T00:00:00(\.0+)?Z?$|\.\d+Z?$|Z$/, "");
  return type === "n" ? numberCell(value, meaning, is1904) : value;
}
