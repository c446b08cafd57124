import { excelRows } from "../limits.ts";
import { badPart, badWorkbook } from "./bad-workbook.ts";
import { namePrefix } from "./name-prefix.ts";
import { attribute } from "./xml-text.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { zipPart } from "./zip-part.ts";

// Merged ranges stand after the rows; more of them than this are no one's work.
const LONGEST_TAIL = 16 * 1024 * 1024;

/** What a first, quick pass over a sheet finds. */
export interface SheetScan {
  prefix: string;
  /** Whether any cell holds a value. */
  filled: boolean;
  /** Merged ranges such as `A7:B7`. */
  merges: string[];
}

/**
 * Reads a sheet through as bytes: whether it is whole, holds anything, and which cells are merged.
 * @throws {FileRefusal} FILE.BAD_WORKBOOK where it is cut off, damaged, or has more rows than Excel knows
 */
export async function scanSheet(path: string, entry: ZipEntry): Promise<SheetScan> {
  const prefix = await namePrefix(path, entry, "worksheet");
  const marks = { row: `<${prefix}row`, value: `</${prefix}v>`, text: `</${prefix}t>`, end: `${prefix}sheetData` };
  let filled = false;
  let window = "";
  let tail: string | null = null;
  for await (const chunk of zipPart(path, entry)) {
    if (tail !== null) {
      tail += chunk.toString("latin1");
      if (tail.length > LONGEST_TAIL) throw badPart(entry.name);
      continue;
    }
    window = window.slice(-200) + chunk.toString("latin1");
    filled ||= window.includes(marks.value) || window.includes(marks.text);
    refuseRowsBeyond(window, marks.row);
    const end = endOfData(window, marks.end);
    if (end >= 0) tail = window.slice(end);
  }
  if (tail === null) throw badPart(entry.name);
  return { prefix, filled, merges: mergesIn(tail, prefix) };
}

function endOfData(text: string, name: string): number {
  const close = text.indexOf(`</${name}>`);
  return close >= 0 ? close : (new RegExp(`<${name}\\s*/>`).exec(text)?.index ?? -1);
}

/** Rows are in order, so the last one of each chunk is enough. */
function refuseRowsBeyond(text: string, mark: string): void {
  const at = text.lastIndexOf(`${mark} `);
  const end = text.indexOf(">", at);
  const row = at < 0 || end < 0 ? null : attribute(text.slice(at, end), "r");
  if (row !== null && Number(row) > excelRows) throw rowsBeyond(row);
}

/** A row that Excel could not have written. */
export function rowsBeyond(row: string | number) {
  const most = { vi: "1.048.576", en: "1,048,576" };
  return badWorkbook(`có dòng số ${row}, quá giới hạn ${most.vi}`, `it has a row ${row}, past the limit of ${most.en}`);
}

function mergesIn(tail: string, prefix: string): string[] {
  const cells = tail.matchAll(new RegExp(`<${prefix}mergeCell\\s[^>]*`, "g"));
  return [...cells].flatMap(([tag]) => attribute(tag, "ref") ?? []);
}
