import ExcelJS from "exceljs";
import fc from "fast-check";
import { streamXlsxRows } from "hucre/xlsx";
import { expect, test } from "vitest";
import { cellText } from "../../src/grid/cell-text.ts";
import { openGrids } from "../../src/grid/grid.ts";
import { given } from "./given.ts";
import { excelWorkbook } from "./workbooks.ts";

type Cells = Map<string, string>;

/** The cells of the first sheet as this reader gives them, by place. */
async function ours(bytes: Buffer): Promise<Cells> {
  const cells: Cells = new Map();
  const [grid] = await openGrids(given("a.xlsx", bytes));
  for await (const { row, cells: texts } of grid?.rows() ?? []) {
    for (const [column, text] of texts.entries()) if (text !== null) cells.set(`${row}:${column}`, text);
  }
  return cells;
}

async function byExceljs(bytes: Buffer): Promise<Cells> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  const cells: Cells = new Map();
  book.worksheets[0]?.eachRow((row, number) => {
    row.eachCell((cell, column) => {
      const text = cell.isMerged && cell.master !== cell ? null : excelText(cell.value);
      if (text !== null) cells.set(`${number}:${column - 1}`, text);
    });
  });
  return cells;
}

async function byHucre(bytes: Buffer): Promise<Cells> {
  const cells: Cells = new Map();
  for await (const { index, values } of streamXlsxRows(new Uint8Array(bytes))) {
    for (const [column, value] of values.entries()) {
      const text = excelText(value as ExcelJS.CellValue);
      if (text !== null) cells.set(`${index + 1}:${column}`, text);
    }
  }
  return cells;
}

function excelText(value: ExcelJS.CellValue): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return isoText(value);
  if (typeof value === "number")
    return value.toLocaleString("en", { useGrouping: false, maximumSignificantDigits: 17 });
  if (typeof value !== "object") return cellText(String(value));
  if ("richText" in value) return cellText(value.richText.map(({ text }) => text).join(""));
  if ("error" in value) return value.error;
  if ("result" in value) return excelText(value.result);
  return "text" in value ? excelText(value.text) : null;
}

function isoText(date: Date): string {
  const seconds = new Date(Math.round(date.getTime() / 1000) * 1000);
  return seconds.toISOString().replace(/T00:00:00\.000Z|\.000Z/, "");
}

const day = fc.date({ min: new Date("1900-03-01"), max: new Date("2100-01-01"), noInvalidDate: true });
interface Content {
  value: ExcelJS.CellValue;
  format?: string;
}
const content = fc.oneof<Array<fc.Arbitrary<Content>>>(
  fc.string({ unit: fc.constantFrom(..."aĐạ& <>\"' \n_x1\u0323"), maxLength: 8 }).map((value) => ({ value })),
  fc.constantFrom("079085000001", "7.0085E+10", "=1+1", "#N/A", "_x000D_", "true").map((value) => ({ value })),
  fc.integer({ min: -1e12, max: 1e12 }).map((value) => ({ value })),
  fc.integer({ min: -1e6, max: 1e6 }).map((value) => ({ value: value / 1000, format: "#,##0.000" })),
  fc.boolean().map((value) => ({ value })),
  day.map((date) => ({ value: new Date(date.setUTCHours(0, 0, 0, 0)), format: "dd/mm/yyyy" })),
  day.map((date) => ({ value: new Date(date.setUTCMilliseconds(0)), format: "d/m/yy h:mm:ss" })),
  fc.constantFrom("#N/A", "#REF!", "#DIV/0!").map((error) => ({ value: { error } as ExcelJS.CellErrorValue })),
  // exceljs takes a cached 0 for no value at all.
  fc
    .integer()
    .filter((result) => result !== 0)
    .map((result) => ({ value: { formula: "A1+1", result } })),
  fc.constant({ value: { richText: [{ text: "Trần " }, { font: { bold: true }, text: "Bình" }] } }),
  fc.constant({ value: null }),
);
const place = fc.record({ row: fc.integer({ min: 1, max: 40 }), column: fc.integer({ min: 1, max: 30 }), content });
const book = fc.record({ cells: fc.array(place, { minLength: 1, maxLength: 40 }), date1904: fc.boolean() });

async function written({
  cells,
  date1904,
}: typeof book extends fc.Arbitrary<infer Book> ? Book : never): Promise<Buffer> {
  return excelWorkbook((workbook) => {
    workbook.properties.date1904 = date1904;
    const sheet = workbook.addWorksheet("S");
    // So that the sheet is never blank, which is refused.
    sheet.getCell(50, 1).value = "end";
    for (const { row, column, content } of cells) {
      sheet.getCell(row, column).value = content.value;
      if (content.format !== undefined) sheet.getCell(row, column).numFmt = content.format;
    }
  });
}

test("this reader, exceljs and hucre agree cell by cell on random workbooks", async () => {
  await fc.assert(
    fc.asyncProperty(book, async (given) => {
      // exceljs writes 1904 dates as 1900 serials, so only the readers are compared, not what was meant.
      const bytes = await written(given);
      const read = await ours(bytes);
      expect(read).toEqual(await byExceljs(bytes));
      expect(read).toEqual(await byHucre(bytes));
    }),
    { numRuns: 50, seed: 26_04_2022 },
  );
}, 120_000);

test("they agree on a form with merged headers, notes and dose groups", async () => {
  const bytes = await excelWorkbook((workbook) => {
    const sheet = workbook.addWorksheet("PL1_Danh sach doi tuong tiem");
    sheet.getCell("A1").value = "Phụ lục 1";
    sheet.mergeCells("A7:A8");
    sheet.getCell("A7").value = "Họ và tên (*)";
    sheet.mergeCells("B7:D7");
    sheet.getCell("B7").value = "Mũi 1";
    sheet.addRow([null, "Ngày tiêm (*)", "Lô vắc xin (*)", "Địa điểm tiêm (*)"]);
    sheet.addRow(["Nguyễn Văn A", new Date("2021-07-01"), "LO1", "TYT xã A"]).getCell(2).numFmt = "dd/mm/yyyy";
  });
  expect(await ours(bytes)).toEqual(await byExceljs(bytes));
});
