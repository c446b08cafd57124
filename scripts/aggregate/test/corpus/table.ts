import { excelWorkbook } from "../grid/workbooks.ts";
import type { Cells } from "./people.ts";

/** Cells as rows of text, with the header first. */
export function rowsOf(columns: readonly string[], rows: readonly Cells[]): Array<Array<string | null>> {
  return [[...columns], ...rows.map((row) => columns.map((name) => row[name] ?? null))];
}

/** Rows of text as CSV. */
export function csv(
  rows: ReadonlyArray<ReadonlyArray<string | null>>,
  { delimiter = ",", lineEnd = "\n" }: { delimiter?: string; lineEnd?: string } = {},
): string {
  const quoted = (cell: string | null) => {
    const text = cell ?? "";
    return text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(quoted).join(delimiter) + lineEnd).join("");
}

/** Rows as a workbook of one sheet; numbers and dates stay what they are. */
export function xlsx(rows: ReadonlyArray<ReadonlyArray<unknown>>, sheet = "Danh sách"): Promise<Buffer> {
  return excelWorkbook((book) => {
    const page = book.addWorksheet(sheet);
    for (const row of rows) page.addRow([...row]);
  });
}
