import { mkdtempSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { readXlsx } from "hucre/xlsx";
import { openGrids } from "../../src/grid/grid.ts";
import { zipEntries } from "../../src/grid/xlsx/zip-directory.ts";
import { zipText } from "../../src/grid/xlsx/zip-part.ts";
import type { Returned, ReturnedIssue, ReturnedRow } from "../../src/workbook/returned.ts";
import { writeReturned } from "../../src/workbook/returned.ts";

export const folder = mkdtempSync(join(tmpdir(), "tiendo-workbook-"));
let files = 0;

/** A path in a folder that goes when all tests have ended. */
export function newPath(): string {
  files += 1;
  return join(folder, `${files}.xlsx`);
}

/** A workbook as exceljs reads it. */
export async function byExceljs(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

/** The cells of every sheet as hucre reads them. */
export async function byHucre(path: string): Promise<Array<{ name: string; rows: unknown[][] }>> {
  const { sheets } = await readXlsx(new Uint8Array(await readFile(path)));
  return sheets.map(({ name, rows }) => ({ name, rows }));
}

/** The cells of every sheet as this project's own reader gives them. */
export async function byUs(path: string): Promise<Array<Array<Array<string | null>>>> {
  const sheets: Array<Array<Array<string | null>>> = [];
  for (const grid of await openGrids(path)) {
    const rows: Array<Array<string | null>> = [];
    for await (const { cells } of grid.rows()) rows.push(cells);
    sheets.push(rows);
  }
  return sheets;
}

/** The sheet of a workbook by its number, from 0. @throws where it has none */
export function sheetAt(book: ExcelJS.Workbook, at: number): ExcelJS.Worksheet {
  const sheet = book.worksheets[at];
  if (sheet === undefined) throw new Error(`expected a sheet ${at}`);
  return sheet;
}

/** An issue on one cell. */
export function issue(given: Partial<ReturnedIssue> = {}): ReturnedIssue {
  return {
    place: 0,
    code: "BIRTH.INVALID",
    effect: "to_clean",
    message: { vi: "Ngày sinh sai", en: "Wrong birth date" },
    fix: { vi: "Sửa ngày sinh.", en: "Correct the birth date." },
    ...given,
  };
}

/** A returned row. */
export function row(cells: (string | null)[], ...issues: ReturnedIssue[]): ReturnedRow {
  return { cells, corrects: "0a1b2c3d4e5f:17", issues };
}

/** Writes returned rows under a header of as many columns and gives the file's path. */
export async function returned(
  rows: ReturnedRow[],
  given: Partial<Returned> = {},
  limits?: Parameters<typeof writeReturned>[2],
): Promise<string> {
  const path = newPath();
  const width = given.width ?? given.header?.at(-1)?.length ?? rows[0]?.cells.length ?? 1;
  const header = given.header ?? [Array.from({ length: width }, (_, at) => `Cột ${at + 1}`)];
  async function* stream() {
    yield* rows;
  }
  await writeReturned(path, { lang: "vi", sheet: "Danh sách", ...given, header, rows: stream(), width }, limits);
  return path;
}

/** One part of a workbook as text. */
export async function partOf(path: string, name: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const entry = (await zipEntries(file, (await file.stat()).size)).get(name);
    if (entry === undefined) throw new Error(`expected a part ${name}`);
    return await zipText(path, entry);
  } finally {
    await file.close();
  }
}
