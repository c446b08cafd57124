import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { FileRefusal } from "../../src/read/file-refusal.ts";
import { cellsOf, given, gridOf, pathOf, refusalOf } from "./given.ts";
import { excelWorkbook } from "./workbooks.ts";

describe("what is no regular file is refused and never waited on", () => {
  test("a folder, a link, a loop of links, nothing at all", async () => {
    const folder = pathOf("folder.csv");
    mkdirSync(folder);
    const link = pathOf("link.csv");
    symlinkSync(given("a.csv", "a,b\n"), link);
    const loop = pathOf("loop.csv");
    symlinkSync(loop, loop);
    for (const path of [folder, link, loop, pathOf("missing.csv")]) {
      expect((await refusalOf(path)).code).toBe("FILE.UNREADABLE");
    }
  });

  test("a FIFO named .csv", async () => {
    const pipe = pathOf("pipe.csv");
    execFileSync("mkfifo", [pipe]);
    expect((await refusalOf(pipe)).code).toBe("FILE.UNREADABLE");
  });

  test("a socket", async () => {
    const path = pathOf("s.csv");
    const server = createServer().listen(path);
    await new Promise((resolve) => server.once("listening", resolve));
    expect((await refusalOf(path)).code).toBe("FILE.UNREADABLE");
    server.close();
  });

  // Whoever is root may read anything.
  test.skipIf(process.getuid?.() === 0)("a file without the right to read it", async () => {
    const path = given("a.csv", "a,b\n");
    chmodSync(path, 0o000);
    expect((await refusalOf(path)).text.en).toContain("EACCES");
  });
});

describe("the name does not matter", () => {
  test("an .xls that is CSV, XLSX or JSON is read as what it is", async () => {
    const workbook = await excelWorkbook((book) => book.addWorksheet("S").addRow(["a", "b"]));
    for (const [bytes, format] of [
      ["a,b\n", "csv"],
      [workbook, "xlsx"],
      ['[{"a":1}]', "json"],
    ] as const)
      expect((await gridOf(given("a.xls", bytes))).format).toBe(format);
  });

  test.each([
    '<html xmlns:x="urn"><body>',
    "\uFEFF\n<!DOCTYPE html>",
    "<table><tr>",
    "<meta charset=utf-8>",
    "<!-- x --><table>",
  ])("an .xls that is a page (%s) is refused with what to do", async (text) => {
    const refusal = await refusalOf(given("a.xls", text));
    expect([refusal.code, refusal.text.en.includes("save it as XLSX")]).toEqual(["FILE.KIND_UNKNOWN", true]);
  });

  test("an XML 2003 workbook and a PDF too", async () => {
    const xml = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn">';
    expect((await refusalOf(given("a.xls", xml))).text.en).toContain("XML 2003");
    expect((await refusalOf(given("a.csv", "%PDF-1.4"))).text.en).toContain("PDF");
  });

  test("a header that begins with PK is still CSV", async () => {
    expect(await cellsOf(given("a.csv", "PK,b\n"))).toEqual([["PK", "b"]]);
  });

  test("a header that begins with a bracket is still CSV", async () => {
    expect(await cellsOf(given("a.csv", "[Họ tên],[Ngày]\n{x},y\n"))).toEqual([
      ["[Họ tên]", "[Ngày]"],
      ["{x}", "y"],
    ]);
  });
});

describe("size", () => {
  test.each(["", " \n\t\r\n", "\uFEFF"])("nothing in it: %j", async (text) => {
    expect((await refusalOf(given("a.csv", text))).code).toBe("FILE.EMPTY");
  });

  test("a file just past its limit is refused before it is read, one at the limit is read", async () => {
    const workbook = await excelWorkbook((book) => book.addWorksheet("S").addRow(["a"]));
    const text = "a,b\n1,2\n";
    for (const [bytes, kind] of [
      [Buffer.from(text), "text"],
      [workbook, "xlsx"],
    ] as const) {
      const path = given("a", bytes);
      expect((await refusalOf(path, { limits: { [kind]: bytes.length - 1 } })).code).toBe("FILE.TOO_LARGE");
      await expect(refusalOf(path, { limits: { [kind]: bytes.length } })).rejects.not.toBeInstanceOf(FileRefusal);
    }
  });

  test.each([65_535, 65_536, 65_537])("a text of %i lines", async (lines) => {
    const grid = await gridOf(given("a.csv", "a,b\n".repeat(lines)));
    for await (const _ of grid.batches());
    expect(grid.notes.map(({ code }) => code)).toEqual(lines === 65_536 ? ["FILE.ROW_LIMIT"] : []);
  });

  test("reading may stop early and leaves nothing open", async () => {
    const grid = await gridOf(given("a.csv", "a,b\n".repeat(500_000)));
    for (let times = 0; times < 50; times += 1) {
      for await (const { cells } of grid.rows()) {
        expect(cells).toEqual(["a", "b"]);
        break;
      }
    }
  });
});
