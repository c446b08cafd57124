import * as XLSX from "@e965/xlsx";
import type ExcelJS from "exceljs";
import { excelWorkbook, handParts, handWorkbook } from "../grid/workbooks.ts";
import { zipOf } from "../grid/zip.ts";
import { accepted, type Case, partly, refused } from "./case.ts";
import { must, rows } from "./header.ts";
import { person } from "./people.ts";
import { rowsOf, xlsx } from "./table.ts";

type Fill = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;

/** A workbook of people to which something is done. */
const book = (name: string, count: number, fill: Fill, expected: Case["expected"]): Case => ({
  name,
  make: async (place) => {
    const bytes = await excelWorkbook((one) => {
      const sheet = one.addWorksheet("Danh sách");
      for (const row of rows(count)) sheet.addRow(row);
      fill(sheet, one);
    });
    return place.write("a.xlsx", bytes);
  },
  expected,
});

const bytes = (
  name: string,
  file: string,
  make: () => Promise<string | Uint8Array> | string | Uint8Array,
  expected: Case["expected"],
  pool = "workbooks",
): Case => ({
  name,
  make: async (place) => place.write(file, await make()),
  expected,
  pool,
});

/** Rows as an old workbook. */
export function xls(table: ReadonlyArray<ReadonlyArray<string | null>>, last?: number): Buffer {
  const workbook = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(table.map((row) => [...row]));
  if (last !== undefined) Object.assign(sheet, lastRow(last), { "!ref": `A1:E${last}` });
  XLSX.utils.book_append_sheet(workbook, sheet, "Danh sách");
  return XLSX.write(workbook, { bookType: "biff8", type: "buffer" }) as Buffer;
}

function lastRow(last: number) {
  const cells = rows(1)[1] ?? [];
  return Object.fromEntries(cells.map((text, at) => [`${"ABCDE"[at]}${last}`, { t: "s", v: text }]));
}

const inline = (text: string | null) => `<c t="inlineStr"><is><t>${text ?? ""}</t></is></c>`;
const xmlRows = (count: number) =>
  rows(count)
    .map((row, at) => `<row r="${at + 1}">${row.map(inline).join("")}</row>`)
    .join("");
const sheetOf = (xml: string) => handWorkbook(`<sheetData>${xml}</sheetData>`);

const cut: Case = {
  name: "a workbook cut off at four places",
  make: async (place) => {
    const whole = await xlsx(rows(50));
    const lengths = [40, whole.length >> 2, whole.length >> 1, whole.length - 1];
    return lengths.map((length, at) => place.write(`${at}.xlsx`, whole.subarray(0, length)));
  },
  expected: [0, 1, 2, 3].flatMap(() => refused("FILE.BAD_WORKBOOK")),
};

const nobody = () => rowsOf(must, [person({ id_number: null }), person()]);

/** Workbooks of every shape, and files that only seem to be one. */
export const workbookCases: Case[] = [
  cut,
  book(
    "merged cells in the data: only the first holds the name",
    3,
    (sheet) => sheet.mergeCells("A2:A3"),
    accepted("person_record", 3, ["2 C NAME.MISSING"]),
  ),
  book(
    "formulas with and without the value Excel last saw",
    2,
    (sheet) => {
      sheet.getCell("A2").value = { formula: 'CONCATENATE("Lê ","Thị Bé")', result: "Lê Thị Bé" };
      sheet.getCell("A3").value = { formula: "Z9" } as ExcelJS.CellFormulaValue;
    },
    accepted("person_record", 2, ["2 C NAME.MISSING"]),
  ),
  book(
    "#N/A and #REF! for values",
    2,
    (sheet) => {
      sheet.getCell("B2").value = { error: "#N/A" };
      sheet.getCell("D3").value = { error: "#REF!" };
    },
    accepted("person_record", 2, ["1 C BIRTH.INVALID", "2 C ID.FORMAT"]),
  ),
  book(
    "a hidden sheet",
    2,
    (_, one) => one.addWorksheet("ẩn", { state: "hidden" }).addRow(must),
    accepted("person_record", 2, ["0 W FILE.SHEET_HIDDEN"]),
  ),
  book("nothing but a hidden sheet", 2, (sheet) => Object.assign(sheet, { state: "hidden" }), refused("FILE.EMPTY")),
  book(
    "days as dates of Excel",
    2,
    (sheet) => {
      for (const cell of ["B2", "B3"])
        Object.assign(sheet.getCell(cell), { value: new Date("1984-04-26"), numFmt: "dd/mm/yyyy" });
    },
    accepted("person_record", 2),
  ),
  book(
    "days counted from 1904",
    1,
    (sheet, one) => {
      one.properties.date1904 = true;
      Object.assign(sheet.getCell("B2"), { value: 29335, numFmt: "dd/mm/yyyy" });
    },
    accepted("person_record", 1),
  ),
  book(
    "identity numbers as numbers: the zero in front is lost",
    3,
    (sheet) => {
      sheet.getCell("D2").value = 70084500001;
      sheet.getCell("D3").value = 285500001;
      sheet.getCell("D4").value = "7.0085E+10";
    },
    accepted("person_record", 3, ["1 W ID.PADDED", "3 C ID.SCIENTIFIC"]),
  ),
  book(
    "a blank row between rows, and one of white space, which a workbook does not count",
    4,
    (sheet) => {
      sheet.getRow(3).values = [];
      sheet.getRow(4).values = [" ", "\u00A0"];
    },
    accepted("person_record", 2),
  ),
  bytes(
    "a part that grows a thousand times",
    "a.xlsx",
    () =>
      zipOf({
        ...handParts(`<sheetData>${xmlRows(1)}</sheetData>`),
        "xl/media/a.xml": Buffer.alloc(60 * 1024 * 1024, " "),
      }),
    refused("FILE.ZIP_RATIO"),
    "bomb",
  ),
  bytes(
    "5 million empty rows",
    "a.xlsx",
    () => sheetOf(`${xmlRows(1)}${"<row/>".repeat(5_000_000)}`),
    refused("FILE.BAD_WORKBOOK"),
    "empty rows",
  ),
  bytes(
    "65,536 rows in .xlsx",
    "a.xlsx",
    () => sheetOf(`${xmlRows(1)}<row r="65536">${lastCells()}</row>`),
    accepted("person_record", 2, ["0 W FILE.ROW_LIMIT"]),
  ),
  bytes(
    "65,536 rows in .xls",
    "a.xls",
    () => xls(rows(1), 65_536),
    accepted("person_record", 2, ["0 W FILE.ROW_LIMIT"]),
  ),
  bytes("65,535 rows in .xls", "a.xls", () => xls(rows(1), 65_535), accepted("person_record", 2)),
  bytes("an old .xls", "a.xls", () => xls(nobody()), accepted("person_record", 2, ["1 C ID.MISSING"])),
  bytes("an .xls named .xlsx", "a.xlsx", () => xls(nobody()), accepted("person_record", 2, ["1 C ID.MISSING"])),
  bytes("an .xlsx named .xls", "a.xls", () => xlsx(nobody()), accepted("person_record", 2, ["1 C ID.MISSING"])),
  bytes("an .xlsx named .csv", "a.csv", () => xlsx(nobody()), accepted("person_record", 2, ["1 C ID.MISSING"])),
  bytes("an .xls cut off", "a.xls", () => xls(rows(200)).subarray(0, 9000), refused("FILE.BAD_WORKBOOK")),
  bytes(
    "a workbook with a password",
    "a.xlsx",
    () =>
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(2000),
        Buffer.from("EncryptedPackage\0", "utf16le"),
      ]),
    refused("FILE.PASSWORD"),
  ),
  bytes(
    "a page named .xls",
    "a.xls",
    () => "<html><body><table><tr><td>Họ và tên</td></tr></table></body></html>",
    refused("FILE.KIND_UNKNOWN"),
  ),
  bytes("a PDF named .csv", "a.csv", () => "%PDF-1.4\n%âãÏÓ", refused("FILE.KIND_UNKNOWN")),
  bytes(
    "a document of Word",
    "a.xlsx",
    () => zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" }),
    refused("FILE.KIND_UNKNOWN"),
  ),
  {
    name: "two sheets of different kinds",
    make: async (place) => {
      const stock = [
        ["unit_code", "as_of", "vaccine", "lot", "closing"],
        ["70", "2022-04-19", "Pfizer", "FF2832", "0"],
        ["70", "2022-04-19", "Pfizer", null, "0"],
      ];
      return place.write("a.xlsx", await sheets({ A: rows(2), B: stock }));
    },
    expected: [
      ...accepted("person_record", 2),
      ...partly("stock_return", { records_in: 2, accepted: 1, quarantined: 1 }, ["2 Q VALUE.MISSING"]),
    ],
  },
  {
    name: "three sheets, one of which holds no known form",
    make: async (place) =>
      place.write("a.xlsx", await sheets({ A: rows(2), B: [["Danh mục"], ["Pfizer"]], C: rows(1) })),
    expected: [...accepted("person_record", 2, ["0 W FILE.SHEET_SKIPPED"]), ...accepted("person_record", 1)],
  },
];

function lastCells(): string {
  return (rows(1)[1] ?? []).map(inline).join("");
}

function sheets(tables: Record<string, ReadonlyArray<ReadonlyArray<string | null>>>): Promise<Buffer> {
  return excelWorkbook((one) => {
    for (const [name, table] of Object.entries(tables)) {
      const sheet = one.addWorksheet(name);
      for (const row of table) sheet.addRow([...row]);
    }
  });
}
