import * as XLSX from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { openGrids } from "../../src/grid/grid.ts";
import { collect, given, gridOf, refusalOf, rowsOf } from "./given.ts";

type Fill = (sheet: XLSX.WorkSheet, book: XLSX.WorkBook) => void;

function xls(rows: unknown[][], fill: Fill = () => undefined, bookType: XLSX.BookType = "biff8"): Buffer {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  XLSX.utils.book_append_sheet(book, sheet, "Danh sách");
  fill(sheet, book);
  return XLSX.write(book, { bookType, type: "buffer" }) as Buffer;
}

describe("old .xls", () => {
  test("text, numbers, booleans, errors and dates, with the physical row", async () => {
    const bytes = xls([["Họ tên", "CCCD"], [" Hoà ", 70085000123, true, 0.1], [], [44677, 44677.4375]], (sheet) => {
      sheet.A4.z = "dd/mm/yyyy";
      sheet.B4.z = "dd/mm/yyyy hh:mm";
      sheet.C4 = { t: "e", v: 0x17 };
      sheet["!ref"] = "A1:D4";
    });
    const rows = await rowsOf(given("a.xls", bytes));
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [1, ["Họ tên", "CCCD"]],
      [2, ["Hoà", "70085000123", "true", "0.1"]],
      [4, ["2022-04-26", "2022-04-26T10:30:00", "#REF!"]],
    ]);
    expect(rows[2]?.raw?.get(0)).toEqual({ type: "n", format: "dd/mm/yyyy", value: "44677" });
  });

  test("1904 dates, merged cells and hidden sheets", async () => {
    const bytes = xls(
      [
        [43215, "x"],
        ["hidden by the merge", "y"],
      ],
      (sheet, book) => {
        sheet.A1.z = "dd/mm/yyyy";
        sheet["!merges"] = [XLSX.utils.decode_range("A1:A2")];
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["z"]]), "ẩn");
        book.Workbook = { WBProps: { date1904: true }, Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
      },
    );
    const grid = await gridOf(given("a.xls", bytes));
    expect(grid.merges).toEqual(["A1:A2"]);
    expect(grid.notes).toEqual([{ code: "FILE.SHEET_HIDDEN", found: "ẩn", expected: "" }]);
    expect((await collect(grid.rows())).map(({ cells }) => cells)).toEqual([
      ["2022-04-26", "x"],
      [null, "y"],
    ]);
  });

  test("a last row of 65,536 is where old Excel cuts", async () => {
    const bytes = xls([["a"]], (sheet) => {
      Object.assign(sheet, { A65536: { t: "n", v: 1 }, "!ref": "A1:A65536" });
    });
    const grid = await gridOf(given("a.xls", bytes));
    await collect(grid.rows());
    expect(grid.notes.map(({ code }) => code)).toEqual(["FILE.ROW_LIMIT"]);
  });

  test("Excel 95 is read too", async () => {
    expect((await openGrids(given("a.xls", xls([["a", 1]], undefined, "biff5")))).length).toBe(1);
  });

  test("cut off anywhere: refused or, where only the end is lost, never a crash", async () => {
    const bytes = xls([
      ["a", "b"],
      ["c", "d"],
    ]);
    for (let length = 8; length < bytes.length; length += 509) {
      const outcome = await openGrids(given("a.xls", bytes.subarray(0, length))).then(
        () => "read",
        (error) => error.name,
      );
      expect(["FileRefusal", "read"]).toContain(outcome);
    }
  });

  test("an .xlsx with a password comes in the same wrapping", async () => {
    const wrapping = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(2000),
      Buffer.from("EncryptedPackage\0", "utf16le"),
    ]);
    expect((await refusalOf(given("a.xlsx", wrapping))).code).toBe("FILE.PASSWORD");
  });

  test("a .doc is refused by kind", async () => {
    const wrapping = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("WordDocument\0", "utf16le")]);
    expect((await refusalOf(given("a.doc", wrapping))).code).toBe("FILE.KIND_UNKNOWN");
  });
});
