import { describe, expect, test } from "vitest";
import { openGrids } from "../../src/grid/grid.ts";
import { cellsOf, collect, given, gridOf, refusalOf, rowsOf } from "./given.ts";
import { excelWorkbook, handParts, handWorkbook } from "./workbooks.ts";
import { partsOf, zipOf } from "./zip.ts";

const hand = (sheet: string, parts?: Parameters<typeof handWorkbook>[1]) => given("a.xlsx", handWorkbook(sheet, parts));
const row = (number: number, cells: string) => `<sheetData><row r="${number}">${cells}</row></sheetData>`;

describe("cells become text", () => {
  test("numbers are plain decimals, text that looks like one is left alone", async () => {
    const cells = ["70085000123", "7.0085000123E10", "1.1000000000000001", "0.1", "1E-7", "-5", "12345678901234567"];
    const path = hand(
      row(1, `${cells.map((v) => `<c><v>${v}</v></c>`).join("")}<c t="inlineStr"><is><t>7.0085E+10</t></is></c>`),
    );
    expect(await cellsOf(path)).toEqual([
      ["70085000123", "70085000123", "1.1", "0.1", "0.0000001", "-5", "12345678901234567", "7.0085E+10"],
    ]);
  });

  test("shared, inline and formula strings; runs joined, phonetic runs dropped, escapes resolved", async () => {
    const strings = [
      "<si><t>Họ &amp; tên</t></si>",
      '<si><r><t>Trần </t></r><r><rPr><b/></rPr><t xml:space="preserve">Bình</t></r><rPh sb="0" eb="1"><t>phonetic</t></rPh></si>',
      "<si><t>a_x000D_b &#7885;</t></si><si><t/></si>",
    ].join("");
    const cells = [0, 1, 2, 3].map((index) => `<c t="s"><v>${index}</v></c>`).join("");
    const others =
      '<c t="str"><f>A1&amp;"&lt;v&gt;"</f><v>kết quả</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>';
    expect(await cellsOf(hand(row(1, cells + others), { strings }))).toEqual([
      ["Họ & tên", "Trần Bình", "a\rb ọ", null, "kết quả", "inline"],
    ]);
  });

  test("booleans, errors, ISO dates and cached values of formulas", async () => {
    const cells =
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2022-04-26T00:00:00</v></c><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c>';
    const [read] = await rowsOf(hand(row(1, cells)));
    expect(read?.cells).toEqual(["true", "false", "#N/A", "2022-04-26", "2"]);
    expect([...(read?.raw ?? [])].map(([, { type }]) => type)).toEqual(["b", "b", "e", "d", "n"]);
  });

  test("rows and cells keep their places; those without a place follow the one before; blank ones come as nothing", async () => {
    const path = hand(
      '<sheetData><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row r="9"><c r="A9" s="1"/></row></sheetData>',
    );
    expect((await rowsOf(path)).map(({ row, cells }) => [row, cells])).toEqual([
      [3, [null, "1", "2"]],
      [4, ["3"]],
    ]);
  });

  test("tags with a namespace prefix and attributes in single quotes", async () => {
    const parts = handParts("");
    parts["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x='m'><x:sheetData><x:row r='2'><x:c r='B2' t='s'><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    parts["xl/sharedStrings.xml"] = "<x:sst xmlns:x='m'><x:si><x:t>có</x:t></x:si></x:sst>";
    expect((await rowsOf(given("a.xlsx", zipOf(parts)))).map(({ row, cells }) => [row, cells])).toEqual([
      [2, [null, "có"]],
    ]);
  });
});

describe("dates", () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0\\ &quot;đ&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="[$-42A]d mmmm yyyy hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="20"/></cellXfs>`;
  const cells = (pairs: Array<[number, number | string]>) =>
    row(1, pairs.map(([s, v]) => `<c s="${s}"><v>${v}</v></c>`).join(""));

  test("by number format: ISO, with the time where it is not midnight; the serial is kept", async () => {
    const [read] = await rowsOf(
      hand(
        cells([
          [1, 44677],
          [2, "44677.4375"],
          [5, 44677],
          [3, 44677],
          [4, 1.5],
          [0, 44677],
          [6, 0.4375],
        ]),
        { styles },
      ),
    );
    expect(read?.cells).toEqual([
      "2022-04-26",
      "2022-04-26T10:30:00",
      "2022-04-26",
      "44677",
      "1.5",
      "44677",
      "10:30:00",
    ]);
    expect(read?.raw?.get(1)).toEqual({ type: "n", format: "dd/mm/yyyy;@", value: "44677.4375" });
    expect(read?.raw?.get(0)?.format).toBe("m/d/yyyy");
  });

  test("around the 29 February 1900 that Excel invented, and the ends of its calendar", async () => {
    const serials = [1, 59, 60, 61, 2958465, 2958466, 0, -1, "44676.999999"];
    expect(await cellsOf(hand(cells(serials.map((serial) => [2, serial])), { styles }))).toEqual([
      ["1900-01-01", "1900-02-28", "1900-02-29", "1900-03-01", "9999-12-31", "2958466", "0", "-1", "2022-04-26"],
    ]);
  });

  test("1904 workbooks", async () => {
    const path = hand(
      cells([
        [2, 0],
        [2, 43215],
      ]),
      { styles, book: '<workbookPr date1904="1"/>' },
    );
    expect(await cellsOf(path)).toEqual([["1904-01-01", "2022-04-26"]]);
  });
});

describe("sheets", () => {
  test("each visible sheet that holds anything is a grid; hidden ones are named", async () => {
    const bytes = await excelWorkbook((book) => {
      book.addWorksheet("Bìa");
      book.addWorksheet("Xã A").addRow(["a"]);
      book.addWorksheet("ẩn", { state: "hidden" }).addRow(["b"]);
      book.addWorksheet("rất ẩn", { state: "veryHidden" }).addRow(["c"]);
      book.addWorksheet("Xã B").addRow(["d"]);
    });
    const grids = await openGrids(given("a.xlsx", bytes));
    expect(grids.map(({ sheet }) => sheet)).toEqual(["Xã A", "Xã B"]);
    expect(grids.flatMap(({ notes }) => notes).map(({ code, found }) => [code, found])).toEqual([
      ["FILE.SHEET_HIDDEN", "ẩn"],
      ["FILE.SHEET_HIDDEN", "rất ẩn"],
    ]);
  });

  test("only blank or hidden sheets: refused", async () => {
    const bytes = await excelWorkbook((book) => {
      book.addWorksheet("A").getCell("A1").numFmt = "0";
      book.addWorksheet("B", { state: "hidden" }).addRow(["x"]);
    });
    const refusal = await refusalOf(given("a.xlsx", bytes));
    expect([refusal.code, refusal.text.en.includes("(B)")]).toEqual(["FILE.EMPTY", true]);
  });

  test("a merged range shows its first cell only, even where others hold something", async () => {
    const path = hand(
      '<sheetData><row r="1"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row r="2"><c><v>4</v></c><c><v>5</v></c><c><v>6</v></c></row><row r="60"><c><v>7</v></c><c><v>8</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="A60:B60"/></mergeCells>',
    );
    const grid = await gridOf(path);
    expect(grid.merges).toEqual(["A1:B2"]);
    expect((await collect(grid.rows())).map(({ row, cells }) => [row, cells])).toEqual([
      [1, ["1", null, "3"]],
      [2, [null, null, "6"]],
      [60, ["7", null]],
    ]);
  });

  test("rows may be read again", async () => {
    const grid = await gridOf(hand(row(1, "<c><v>1</v></c>")));
    expect(await collect(grid.rows())).toEqual(await collect(grid.rows()));
  });

  test.each([65_535, 65_536, 65_537, 1_048_576])("a last row of %i", async (last) => {
    const grid = await gridOf(
      hand(`<sheetData><row r="1"><c><v>1</v></c></row><row r="${last}"><c><v>2</v></c></row></sheetData>`),
    );
    await collect(grid.rows());
    await collect(grid.rows());
    expect(grid.notes.map(({ code }) => code)).toEqual([65_536, 1_048_576].includes(last) ? ["FILE.ROW_LIMIT"] : []);
  });
});

describe("harm is refused", () => {
  test.each(["<row/>", '<row r="2"/>'])(
    "5 million empty rows such as %s, the last numbered so",
    async (empty) => {
      const rows = `<row r="1"><c><v>1</v></c></row>${empty.repeat(5_000_000)}<row r="5000001"/>`;
      expect((await refusalOf(hand(`<sheetData>${rows}</sheetData>`))).code).toMatch(/FILE.(BAD_WORKBOOK|ZIP_RATIO)/);
    },
    60_000,
  );

  test("5 million empty rows without numbers", async () => {
    const rows = `<row r="1"><c><v>1</v></c></row>${"<row/>".repeat(5_000_000)}`;
    expect((await refusalOf(hand(`<sheetData>${rows}</sheetData>`))).code).toBe("FILE.BAD_WORKBOOK");
  }, 60_000);

  test("a million empty rows below one that is filled are passed over", async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 2}"/>`).join("");
    expect(await rowsOf(hand(`<sheetData><row r="1"><c><v>1</v></c></row>${rows}</sheetData>`))).toHaveLength(1);
  }, 60_000);

  test.each([
    '<row r="1048577"><c><v>1</v></c></row>',
    '<row r="0"><c><v>1</v></c></row>',
    '<row r="1"><c r="XFE1"><v>1</v></c></row>',
  ])("a place that Excel does not have: %s", async (rows) => {
    expect((await refusalOf(hand(`<sheetData>${rows}</sheetData>`))).code).toBe("FILE.BAD_WORKBOOK");
  });

  const bomb = Buffer.alloc(60 * 1024 * 1024, " ");

  test("a part that grows a thousand times", async () => {
    const parts = { ...handParts(row(1, "<c><v>1</v></c>")), "xl/media/a.xml": bomb };
    expect((await refusalOf(given("a.xlsx", zipOf(parts)))).code).toBe("FILE.ZIP_RATIO");
  });

  test("a part that declares a small size and grows all the same", async () => {
    const parts = handParts("");
    const sheet = Buffer.concat([Buffer.from("<worksheet>"), bomb, Buffer.from("<sheetData/></worksheet>")]);
    const path = given(
      "a.xlsx",
      zipOf({ ...parts, "xl/worksheets/sheet1.xml": sheet }, { "xl/worksheets/sheet1.xml": { size: 1000 } }),
    );
    expect((await refusalOf(path)).code).toBe("FILE.ZIP_RATIO");
  });

  test("a well compressed workbook of ordinary size is no bomb", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join("");
    expect(await rowsOf(hand(`<sheetData>${rows}</sheetData>`))).toHaveLength(20_000);
  });
});

describe("damage is refused in plain words", () => {
  const whole = handWorkbook(row(1, "<c><v>1</v></c>".repeat(500)));

  test("cut off anywhere", async () => {
    for (let length = 4; length < whole.length; length += 97) {
      expect((await refusalOf(given("a.xlsx", whole.subarray(0, length)))).code).toBe("FILE.BAD_WORKBOOK");
    }
  });

  test("any flipped byte is refused or does no harm, and never crashes", async () => {
    const expected = await cellsOf(given("a.xlsx", whole));
    for (let at = 4; at < whole.length; at += 11) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      const path = given("a.xlsx", bytes);
      const outcome = await cellsOf(path).catch((error) => error.name);
      expect([expected, "FileRefusal"]).toContainEqual(outcome);
    }
  });

  test("a sheet that ends in the middle, a missing part, a string that does not exist, a wrong checksum", async () => {
    const codes: string[] = [];
    const sheetName = "xl/worksheets/sheet1.xml";
    const good = handParts(row(1, "<c><v>1</v></c>"));
    const { [sheetName]: sheet = "", ...without } = good;
    for (const bytes of [
      zipOf({ ...good, [sheetName]: sheet.slice(0, sheet.indexOf("</sheetData>")) }),
      zipOf(without),
      handWorkbook(row(1, '<c t="s"><v>7</v></c>')),
      zipOf(good, { [sheetName]: { crc: 1 } }),
    ])
      codes.push((await refusalOf(given("a.xlsx", bytes))).code);
    expect(codes).toEqual(Array(4).fill("FILE.BAD_WORKBOOK"));
  });

  test("zips that are no workbook", async () => {
    expect((await refusalOf(given("a.xlsx", zipOf({ "a.csv": "a,b" })))).code).toBe("FILE.KIND_UNKNOWN");
    expect((await refusalOf(given("a.xlsb", zipOf({ "xl/workbook.bin": "x" })))).text.en).toContain("XLSB");
  });

  test("the helpers themselves: parts that are zipped come back", () => {
    expect(partsOf(zipOf({ a: "x", "b/c": "y" }))).toEqual({ a: Buffer.from("x"), "b/c": Buffer.from("y") });
  });
});
