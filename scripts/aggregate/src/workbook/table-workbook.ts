import { columnsOf, type PublishedTableName, publishedTables, type ReportDefinition } from "@tiendo/schema";
import { writeDictionary } from "./dictionary-sheet.ts";
import { tableColumns } from "./table-columns.ts";
import type { SheetWriter } from "./xlsx/sheet-writer.ts";
import { type WorkbookFile, writeWorkbook } from "./xlsx/workbook-file.ts";

/** A public table to be written as a workbook. */
export interface TableOfRows {
  name: PublishedTableName;
  report: ReportDefinition;
  /** Each held to the table's schema. */
  rows: AsyncIterable<Readonly<Record<string, unknown>>>;
  /** How many rows a sheet may have, its head counted; as many as Excel reads by default. */
  sheetRows?: number;
}

const EXCEL_ROWS = 1_048_576;
const PUBLIC = 0o644;

/**
 * Writes a public table as an .xlsx: the columns and values of its CSV, then a sheet that explains them. Numbers and days are
 * such, codes stay text; a status is kept as its code and shown as its words. What a sheet cannot hold goes on in the next.
 * @returns how many rows the table has
 */
export async function writeTableWorkbook(path: string, table: TableOfRows): Promise<number> {
  let rows = 0;
  await writeWorkbook(
    path,
    async (workbook) => {
      rows = await writeRows(workbook, table);
      await writeDictionary(workbook, table);
    },
    PUBLIC,
  );
  return rows;
}

async function writeRows(workbook: WorkbookFile, table: TableOfRows): Promise<number> {
  const columns = tableColumns(workbook.styles, publishedTables[table.name].schema);
  let sheet = await beginRows(workbook, table.name, 1);
  let [rows, sheets] = [0, 1];
  for await (const row of table.rows) {
    if (sheet.rows === (table.sheetRows ?? EXCEL_ROWS)) {
      await workbook.endSheet(sheet);
      sheets += 1;
      sheet = await beginRows(workbook, table.name, sheets);
    }
    await sheet.row(columns.map(({ name, cellOf }) => cellOf(row[name])));
    rows += 1;
  }
  await workbook.endSheet(sheet);
  return rows;
}

async function beginRows(workbook: WorkbookFile, name: PublishedTableName, number: number): Promise<SheetWriter> {
  const columns = columnsOf(publishedTables[name].schema);
  const style = workbook.styles.numberOf({ bold: true, fill: "E7E6E6", border: "thin" });
  const sheet = await workbook.beginSheet({
    name: number === 1 ? name : `${name} ${number}`,
    columns: columns.map((column) => ({ width: Math.max(12, column.name.length + 3) })),
    frozen: { rows: 1, columns: 1 },
    titleRows: [1, 1],
    filterRow: 1,
  });
  await sheet.row(columns.map((column) => ({ value: column.name, style })));
  return sheet;
}
