import type { Language } from "@tiendo/schema";
import { CellStyles } from "./effect-style.ts";
import { IssueTally } from "./issue-tally.ts";
import { type ReturnedHeader, returnedHeader } from "./returned-header.ts";
import { type ReturnedRow, RowMaker } from "./returned-row.ts";
import { SUMMARY_SHEET, writeSummary } from "./summary-sheet.ts";
import { sheetName } from "./xlsx/sheet-name.ts";
import type { SheetWriter } from "./xlsx/sheet-writer.ts";
import { type WorkbookFile, writeWorkbook } from "./xlsx/workbook-file.ts";

export type { ReturnedIssue, ReturnedRow } from "./returned-row.ts";

/** What is given back to a sender. */
export interface Returned {
  lang: Language;
  /** Name of the sender's sheet. */
  sheet: string;
  /** The sender's rows down to the last header row, blank where a cell is merged with the one before or above it. */
  header: (string | null)[][];
  /** How many of them, the last ones, are the header proper; by default found by their content. */
  levels?: 1 | 2;
  /** All the sender's rows in their order. */
  rows: AsyncIterable<ReturnedRow>;
  /** Number of the sender's columns. */
  width: number;
}

// Excel has 1,048,576 rows; a part of a zip file has 4 GB.
const LARGEST = { rows: 1_048_000, bytes: 3_500_000_000 };

/**
 * Writes the workbook that a locality corrects and sends again: its own rows and columns as text, four columns after
 * them, bad cells marked, and a sheet of counts. Rows are streamed; memory does not grow with them.
 * @param limits rows and bytes of XML after which a further sheet with the same header goes on
 */
export async function writeReturned(path: string, returned: Returned, limits = LARGEST): Promise<void> {
  await writeWorkbook(path, async (workbook) => {
    const tally = new IssueTally();
    const names = await writeData(workbook, returned, tally, limits);
    const isTaken = names.some((name) => name.toLowerCase() === SUMMARY_SHEET.toLowerCase());
    await writeSummary(workbook, isTaken ? `${SUMMARY_SHEET} (Tiến độ)` : SUMMARY_SHEET, tally, returned.lang);
  });
}

async function writeData(workbook: WorkbookFile, returned: Returned, tally: IssueTally, limits: typeof LARGEST) {
  const header = returnedHeader(returned.header, returned.width, returned.lang, returned.levels);
  const wrapped = workbook.styles.numberOf({ format: "text", wrap: true });
  const maker = new RowMaker(header.kept, new CellStyles(workbook.styles), wrapped, returned.lang);
  const names = [sheetName(returned.sheet)];
  let sheet = await beginData(workbook, names[0] ?? "", header);
  for await (const row of returned.rows) {
    if (sheet.rows >= limits.rows || sheet.bytes >= limits.bytes) {
      await workbook.endSheet(sheet);
      names.push(sheetName(returned.sheet, ` (${names.length + 1})`));
      sheet = await beginData(workbook, names.at(-1) ?? "", header);
    }
    tally.add(row);
    await sheet.row(maker.cellsOf(row, returned.width));
  }
  await workbook.endSheet(sheet);
  return names;
}

async function beginData(workbook: WorkbookFile, name: string, header: ReturnedHeader): Promise<SheetWriter> {
  const text = workbook.styles.numberOf({ format: "text" });
  const told = [16, 24, 30, 80].map((width) => ({ width, style: text }));
  const sheet = await workbook.beginSheet({
    name,
    columns: [...header.kept.map(() => ({ width: 18, style: text })), ...told],
    frozen: { rows: header.rows.length, columns: 0 },
    merges: header.merges,
    titleRows: [1, header.rows.length],
    filterRow: header.rows.length,
  });
  const style = workbook.styles.numberOf({
    format: "text",
    bold: true,
    fill: "E7E6E6",
    border: "thin",
    wrap: true,
    centred: true,
  });
  for (const row of header.rows) await sheet.row(row.map((value) => ({ value, style })));
  return sheet;
}
