import { type CellObject, utils, type WorkSheet } from "@e965/xlsx";
import { cellText, composedCells } from "../cell-text.ts";
import type { GridRow, RawCell } from "../grid-row.ts";
import { knownFormat, numberCell } from "../number-cell.ts";
import { MergeCover } from "../xlsx/merges.ts";

/** A sheet as the library holds it: rows of cells, with holes. */
export type SheetCells = WorkSheet & { "!data"?: Array<Array<CellObject | undefined> | undefined> };

const HEADER_ROWS = 50;
const BATCH_ROWS = 1000;

/** The errors of Excel by the codes that old workbooks store. */
const ERRORS = new Map<unknown, string>([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

/** Whether any cell of the sheet holds a value. */
export function isFilled(sheet: SheetCells): boolean {
  return (sheet["!data"] ?? []).some((row) => row?.some((cell) => cell !== undefined && cell.t !== "z"));
}

/** Merged ranges that begin among the rows where headers stand, such as `A7:A8`. */
export function sheetMerges(sheet: SheetCells): string[] {
  return (sheet["!merges"] ?? []).filter(({ s }) => s.r < HEADER_ROWS).map((range) => utils.encode_range(range));
}

/** The rows of a sheet that hold anything. */
export function* sheetRows(sheet: SheetCells, is1904: boolean): Generator<GridRow[]> {
  const merges = sheet["!merges"] ?? [];
  const cover = new MergeCover(merges.map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c })));
  let batch: GridRow[] = [];
  for (const [at, cells] of (sheet["!data"] ?? []).entries()) {
    const row = gridRow(at + 1, cells ?? [], is1904);
    cover.blank(row.row, row.cells);
    if (row.cells.some((cell) => cell !== null)) batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function gridRow(row: number, objects: Array<CellObject | undefined>, is1904: boolean): GridRow {
  const reads = Array.from(objects, (object) => (object === undefined ? null : readCell(object, is1904)));
  const raw = new Map(reads.flatMap((read, at) => (read?.raw ? [[at, read.raw] as const] : [])));
  const cells = reads.map((read) => read?.text ?? null);
  const composed = composedCells(Array.from(objects, (object) => (object?.t === "s" ? String(object.v) : null)));
  const more = { ...(raw.size === 0 ? {} : { raw }), ...(composed.length === 0 ? {} : { composed }) };
  return { row, cells, ...more, broken: null };
}

function readCell({ t, v, z }: CellObject, is1904: boolean): { text: string | null; raw: RawCell | null } | null {
  if (t === "z" || v === undefined) return null;
  if (t === "s") return { text: cellText(String(v)), raw: null };
  const format = knownFormat(typeof z === "string" ? z : null);
  const value = t === "e" ? (ERRORS.get(v) ?? "#N/A") : String(v);
  const text = t === "n" ? numberCell(value, format.meaning, is1904) : value;
  return { text: cellText(text), raw: { type: t, format: format.code, value } };
}
