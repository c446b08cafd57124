import { readdir, readFile, stat } from "node:fs/promises";
import { columnsOf, effects, issueOf, rowKinds } from "@tiendo/schema";
import { describe, expect, test } from "vitest";
import { writeReturned } from "../../src/workbook/returned.ts";
import { returnedTitles } from "../../src/workbook/returned-header.ts";
import { byExceljs, byHucre, byUs, folder, issue, newPath, partOf, returned, row, sheetAt } from "./given.ts";

const four = returnedTitles.map(({ vi }) => vi);

describe("the sender's rows", () => {
  test("stand first, in their order and columns, with four columns after them", async () => {
    const path = await returned([row(["An", "1"], issue()), row(["Bình", null])]);
    const [data] = await byUs(path);
    expect(data).toEqual([
      ["Cột 1", "Cột 2", ...four],
      ["An", "1", "0a1b2c3d4e5f:17", "BIRTH.INVALID", effects.to_clean.vi, "A: Ngày sinh sai → Sửa ngày sinh."],
      ["Bình", null, "0a1b2c3d4e5f:17"],
    ]);
  });

  test("the title of the first of the four is the one by which readers know it", () => {
    const corrects = columnsOf(rowKinds.dose_record.schema).find(({ name }) => name === "corrects");
    expect(returnedTitles[0]).toEqual(corrects?.meta.title);
  });

  test("all issues of a row are told, one a line, in the language asked for", async () => {
    const issues = [issue(), issue({ place: null, code: "DOSE.GAP", effect: "warning" })];
    const [data] = await byUs(await returned([row(["x"], ...issues)], { lang: "en" }));
    expect(data?.[0]?.slice(1)).toEqual(["Row corrected", "Issue code", "Effect", "Explanation"]);
    expect(data?.[1]?.slice(2)).toEqual([
      "BIRTH.INVALID\nDOSE.GAP",
      `${effects.to_clean.en}\n${effects.warning.en}`,
      "A: Wrong birth date → Correct the birth date.\nWrong birth date → Correct the birth date.",
    ]);
  });

  test("short rows are filled up and cells beyond the width follow the four columns", async () => {
    const [data] = await byUs(await returned([row(["a"]), row(["a", "b", "c"])], { header: [["A", "B"]] }));
    expect(data?.slice(1)).toEqual([
      ["a", null, "0a1b2c3d4e5f:17"],
      ["a", "b", "0a1b2c3d4e5f:17", null, null, null, "c"],
    ]);
  });

  test("the four columns of an earlier return are left out, and bad cells still found", async () => {
    const header = [["Họ tên", ...four, "Ngày sinh"]];
    const cells = ["An", "0a1b2c3d4e5f:9", "OLD", "cũ", "cũ", "31/02/1984"];
    const path = await returned([row(cells, issue({ place: 5 }))], { header });
    const [data] = await byUs(path);
    expect(data?.[0]).toEqual(["Họ tên", "Ngày sinh", ...four]);
    expect(data?.[1]?.slice(0, 3)).toEqual(["An", "31/02/1984", "0a1b2c3d4e5f:17"]);
    expect(data?.[1]?.at(-1)).toMatch(/^B: /);
  });

  test("a sender's own column named as one of the last three stays", async () => {
    const [data] = await byUs(await returned([row(["An", "ghi"])], { header: [["Name", "Explanation"]] }));
    expect(data?.[1]?.slice(0, 2)).toEqual(["An", "ghi"]);
  });
});

describe("headers", () => {
  const upper = ["Danh sách", null, null, null];
  const groups = ["Họ tên", "Mũi 1", null, "Ghi chú"];
  const lower = [null, "Vắc xin", "Ngày tiêm", null];

  test("of two levels are merged as before, and the four stand in the upper one", async () => {
    const path = await returned([row(["An", "AZ", "1/1/2022", "x"])], { header: [upper, groups, lower] });
    const sheet = sheetAt(await byExceljs(path), 0);
    expect(sheet.model.merges).toEqual(expect.arrayContaining(["A2:A3", "B2:C2", "D2:D3", "E2:E3", "H2:H3"]));
    expect(sheet.getCell("E2").value).toBe(four[0]);
  });

  test("of one level under notes carry the four in the last row", async () => {
    const path = await returned([row(["An", "x"])], {
      header: [
        ["Ghi chú của xã", null],
        ["Họ tên", "Ghi chú"],
      ],
    });
    const sheet = sheetAt(await byExceljs(path), 0);
    expect(sheet.getCell("C2").value).toBe(four[0]);
    expect(sheet.model.merges).toEqual([]);
  });

  test("stay in sight, can be filtered and are repeated in print", async () => {
    const sheet = sheetAt(await byExceljs(await returned([row(["An", "x"])])), 0);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.autoFilter).toBe("A1:F2");
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", printTitlesRow: "1:1" });
  });
});

describe("text stays text", () => {
  const honest = [
    "001234567890",
    "970184000999",
    "12345678901234567890",
    "-1",
    "+84900000000",
    "-5",
    "=1+1",
    "@SUM(1)",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
    "'001",
    "1/2",
    "TRUE",
    "#N/A",
    "7.0085E+10",
    "<b>&amp; \"quoted\" 'x'</b>",
    "a_x000D_b _x0041_",
    "dòng 1\ndòng 2",
    "Nguyễn".normalize("NFD"),
    "𠮷 😀",
    "x".repeat(1000),
  ];

  test("with its zeros, signs and marks, read back the same by three readers", async () => {
    const path = await returned([row(honest)]);
    const hucre = await byHucre(path);
    expect(hucre[0]?.rows[1]?.slice(0, honest.length)).toEqual(honest);
    const sheet = sheetAt(await byExceljs(path), 0);
    // exceljs does not know Excel's escape of `_x…_`.
    const unescaped = honest.map((_, at) => String(sheet.getCell(2, at + 1).value).replaceAll("_x005F_", "_"));
    expect(unescaped).toEqual(honest);
    const [ours] = await byUs(path);
    expect(ours?.[1]?.slice(0, honest.length)).toEqual(honest.map((text) => text.normalize("NFC")));
  });

  test("no cell of the data is a number, a date or a formula, and all have the text format", async () => {
    const sheet = sheetAt(await byExceljs(await returned([row(honest, issue())])), 0);
    sheet.getRow(2).eachCell((cell) => {
      expect([cell.type, cell.numFmt, cell.formula]).toEqual([3, "@", undefined]);
    });
  });

  test.each([
    ["=1+1", true],
    ["+84", true],
    ["-5", true],
    ["@SUM(1)", true],
    ["\t=1", true],
    ["\r=1", true],
    [" =1", true],
    ["＝1", true],
    ["1=1", false],
    ["Nguyễn", false],
  ])("%j is marked as typed text: %s", async (text, marked) => {
    const path = await returned([row([text])]);
    const xml = await partOf(path, "xl/styles.xml");
    const cell = /<c r="A2" s="(\d+)"/.exec(await partOf(path, "xl/worksheets/sheet1.xml"));
    const formats = [...xml.slice(xml.indexOf("<cellXfs")).matchAll(/<xf [^>]*>/g)];
    expect(formats[Number(cell?.[1])]?.[0].includes('quotePrefix="1"')).toBe(marked);
  });

  test("what XML forbids is replaced, so that the file stays whole", async () => {
    const path = await returned([row(["a\u0001b", "c\uFFFEd", "e\u0000", "\uD800f", "tab\tcr\rlf\n", "\u0085"])]);
    const cells = (await byHucre(path))[0]?.rows[1]?.slice(0, 6);
    expect(cells).toEqual(["a\uFFFDb", "c\uFFFDd", "e\uFFFD", "\uFFFDf", "tab\tcr\rlf\n", "\u0085"]);
    expect(sheetAt(await byExceljs(path), 0).getCell("B2").value).toBe("c\uFFFDd");
  });

  test("a carriage return is written as Excel does, since XML readers drop a bare one", async () => {
    const path = await returned([row(["a\rb"])]);
    expect(await partOf(path, "xl/worksheets/sheet1.xml")).toContain("a_x000D_b");
  });

  test("white space at the ends and line feeds are told to be kept", async () => {
    const xml = await partOf(await returned([row([" a", "b ", "c\nd", "e f"])]), "xl/worksheets/sheet1.xml");
    expect(xml.match(/<t xml:space="preserve">[^<]*/g)).toHaveLength(3);
  });

  test("a text longer than Excel holds is cut, and says by how much", async () => {
    const [data] = await byUs(await returned([row(["x".repeat(40_000)])]));
    expect(data?.[1]?.[0]).toHaveLength(32_667 + "… [còn 7333 ký tự | 7333 more characters]".length);
    expect(data?.[1]?.[0]).toMatch(/còn 7333 ký tự/);
  });
});

describe("bad cells", () => {
  const looks = async (effect: "quarantine" | "to_clean" | "warning" | "information") => {
    const path = await returned([row(["good", "bad"], issue({ place: 1, effect }))]);
    const sheet = sheetAt(await byExceljs(path), 0);
    const { fill, font, border } = sheet.getCell("B2");
    const colour = fill?.type === "pattern" ? fill.fgColor?.argb : undefined;
    expect(sheet.getCell("A2").fill).toMatchObject({ pattern: "none" });
    return { colour, bold: font.bold ?? false, italic: font.italic ?? false, border: border?.top?.style };
  };

  test("are told apart by colour, weight and border", async () => {
    expect(await looks("quarantine")).toEqual({ colour: "FFF4A582", bold: true, italic: false, border: "thick" });
    expect(await looks("to_clean")).toEqual({ colour: "FFFDD49E", bold: true, italic: false, border: "medium" });
    expect(await looks("warning")).toEqual({ colour: "FFFFF7BC", bold: false, italic: true, border: "dashed" });
    expect(await looks("information")).toEqual({ colour: undefined, bold: false, italic: false, border: undefined });
  });

  test("with several issues show the gravest; a blank cell that is missing is marked too", async () => {
    const issues = [issue({ effect: "warning" }), issue({ effect: "quarantine" }), issue({ effect: "to_clean" })];
    const sheet = sheetAt(await byExceljs(await returned([row([null], ...issues)])), 0);
    expect(sheet.getCell("A2").fill).toMatchObject({ fgColor: { argb: "FFF4A582" } });
    expect(sheet.getCell("D2").fill).toMatchObject({ fgColor: { argb: "FFF4A582" } });
  });
});

describe("the sheet of counts", () => {
  test("comes after the data and counts each code, gravest first, with its meaning and fix", async () => {
    const quarantine = issue({ code: "OWN.RULE", effect: "quarantine" });
    const path = await returned([row(["a"], issue(), issue()), row(["b"], quarantine), row(["c"])]);
    const book = await byExceljs(path);
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Danh sách", "Tổng hợp"]);
    const sheet = sheetAt(book, 1);
    expect([sheet.getCell("B3").value, sheet.getCell("B4").value]).toEqual([3, 2]);
    const table = [7, 8].map((number) => [1, 2, 3].map((column) => sheet.getCell(number, column).value));
    expect(table).toEqual([
      ["OWN.RULE", 1, effects.quarantine.vi],
      ["BIRTH.INVALID", 2, effects.to_clean.vi],
    ]);
    // What a known code means in general, not what one row said.
    expect(sheet.getCell("E8").value).toBe(issueOf("BIRTH.INVALID").fix.vi);
    expect(sheet.getCell("D7").value).toBe("Ngày sinh sai");
    expect(sheet.getCell("D8").value).not.toMatch(/[{}]|Ngày sinh sai$/);
    expect(String(sheet.getCell("A1").value)).toMatch(/^Trang của Tiến độ, không phải dữ liệu/);
  });

  test("gives way to a sender's sheet of the same name", async () => {
    const book = await byExceljs(await returned([row(["a"])], { sheet: "TỔNG HỢP" }));
    expect(book.worksheets.map(({ name }) => name)).toEqual(["TỔNG HỢP", "Tổng hợp (Tiến độ)"]);
  });
});

describe("sheets", () => {
  test("go on under the same header where one is full", async () => {
    const rows = ["a", "b", "c", "d", "e"].map((text) => row([text]));
    const path = await returned(rows, {}, { rows: 3, bytes: 1e9 });
    const book = await byExceljs(path);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      "Danh sách",
      "Danh sách (2)",
      "Danh sách (3)",
      "Tổng hợp",
    ]);
    const columns = [0, 1, 2].map((at) => sheetAt(book, at).getColumn(1).values.slice(1));
    expect(columns).toEqual([
      ["Cột 1", "a", "b"],
      ["Cột 1", "c", "d"],
      ["Cột 1", "e"],
    ]);
  });

  test("no row at all is a header and the counts", async () => {
    const [data] = await byUs(await returned([], { header: [["A"]] }));
    expect(data).toEqual([["A", ...four]]);
  });

  test.each([
    ["a/b\\c?d*e:f[g]", "a b c d e f g"],
    ["'x'", "x"],
    ["History", "Trang tính"],
    ["", "Trang tính"],
    ["<b>&\u0001'y\"", "<b>& 'y\""],
    ["x".repeat(40), "x".repeat(31)],
  ])("named %j are named %j", async (given, name) => {
    const book = await byExceljs(await returned([row(["a"])], { sheet: given }));
    expect(sheetAt(book, 0).name).toBe(name);
  });
});

describe("the file", () => {
  test("is the same, byte by byte, from the same rows, and only its owner reads it", async () => {
    const rows = [row(["a"], issue())];
    const paths = [await returned(rows), await returned(rows)];
    const [one, other] = await Promise.all(paths.map((path) => readFile(path)));
    expect(one).toEqual(other);
    expect((await stat(paths[0] ?? "")).mode & 0o777).toBe(0o600);
  });

  test("does not stand there half written when the rows fail", async () => {
    const path = newPath();
    async function* rows() {
      yield row(["a"]);
      throw new Error("the rows ended early");
    }
    const writing = writeReturned(path, { lang: "vi", sheet: "S", header: [["A"]], rows: rows(), width: 1 });
    await expect(writing).rejects.toThrow("the rows ended early");
    const name = path.split("/").at(-1) ?? "";
    expect((await readdir(folder)).filter((file) => file.startsWith(name))).toEqual([]);
  });
});
