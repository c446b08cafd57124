import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellText } from "../../src/grid/cell-text.ts";
import { longestCell, longestRecord } from "../../src/grid/limits.ts";
import { CsvScanner } from "../../src/grid/text/csv-scanner.ts";
import { cellsOf, given, gridOf, rowsOf } from "./given.ts";

describe("records", () => {
  test("quotes, doubled quotes and line ends in cells follow RFC 4180; rows carry their physical line", async () => {
    const rows = await rowsOf(given("a.csv", 'a,b\r\n"x ""y""","1\n2"\r\nc,d\n'));
    expect(rows).toEqual([
      { row: 1, cells: ["a", "b"], broken: null },
      { row: 2, cells: ['x "y"', "1\n2"], broken: null },
      { row: 4, cells: ["c", "d"], broken: null },
    ]);
  });

  test.each(["\n", "\r\n", "\r"])("line end %j", async (end) => {
    expect(await cellsOf(given("a.csv", ["a,b", '"1",2', "3,4", ""].join(end)))).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  test("ragged rows come as they are, blank lines as rows of nulls, an empty last line as none", async () => {
    expect(await cellsOf(given("a.csv", "a,b,c\n1\n\n , \n1,2,3,4\n"))).toEqual([
      ["a", "b", "c"],
      ["1"],
      [null],
      [null, null],
      ["1", "2", "3", "4"],
    ]);
  });

  test("cells are NFC and without outer white space of any kind", async () => {
    const rows = await cellsOf(given("a.csv", "\uFEFF\u00A0Ho\u0323 te\u0302n\u200B,\t x \u2060,\u00A0\u200B\n1,2,3"));
    expect(rows[0]).toEqual(["Họ tên", "x", null]);
  });

  test("stray quotes in an unquoted cell are taken literally", async () => {
    expect(await cellsOf(given("a.csv", 'a,b\n5" ống,x"y"\n'))).toEqual([
      ["a", "b"],
      ['5" ống', 'x"y"'],
    ]);
  });
});

describe("slips of quoting cost one line", () => {
  test("text after a closing quote", async () => {
    const rows = await rowsOf(given("a.csv", 'a,b\n"x"y,1\nc,d\n'));
    expect(rows.map(({ row, cells, broken }) => [row, cells, broken?.found ?? null])).toEqual([
      [1, ["a", "b"], null],
      [2, [], '"x"y,1'],
      [3, ["c", "d"], null],
    ]);
  });

  test("a quote in line 2 of 100,000 that never closes", async () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => (at === 1 ? 'bad,"open' : `${at},x`));
    const rows = await rowsOf(given("a.csv", lines.join("\n")));
    expect(rows).toHaveLength(100_000);
    expect(rows.filter(({ broken }) => broken !== null).map(({ row }) => row)).toEqual([2]);
    expect(rows.at(-1)).toEqual({ row: 100_000, cells: ["99999", "x"], broken: null });
  });

  test("a record may span 100 lines and no more", async () => {
    const spanning = (lines: number) => `a,b\n"${"x\n".repeat(lines - 1)}",1\n${"c,d\n".repeat(200)}`;
    expect((await rowsOf(given("a.csv", spanning(100)))).filter(({ broken }) => broken)).toEqual([]);
    expect((await rowsOf(given("a.csv", spanning(101)))).find(({ broken }) => broken)?.row).toBe(2);
  });

  test("a cell of 20 MB is one broken row, quoted or not, and is quoted by 60 characters", async () => {
    for (const quote of ["", '"']) {
      const rows = await rowsOf(given("a.csv", `a,b\r\n${quote}${"x".repeat(20_000_000)}${quote},1\r\nc,d\r\n`));
      expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
        [1, ["a", "b"]],
        [2, []],
        [3, ["c", "d"]],
      ]);
      expect(rows[1]?.broken?.found).toHaveLength(60);
      expect(rows[1]?.broken?.expected.en).toContain(String(longestRecord));
    }
  });

  test("a line of just a million characters is a record, one more is not", async () => {
    const line = (length: number) => `a,b\n${"x".repeat(length - 2)},1\nc,d`;
    expect((await rowsOf(given("a.csv", line(longestRecord))))[1]?.broken).toBeNull();
    expect((await rowsOf(given("a.csv", line(longestRecord + 1)))).map(({ broken }) => broken !== null)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test.each(["", '"'])(
    "a cell of just a million characters is not to blame for its line, one more is: quote %j",
    async (quote) => {
      const broken = async (length: number) => {
        const cell = `${quote}${"x".repeat(length)}${quote}`;
        return (await rowsOf(given("a.csv", `a,b,c\n1,${cell},2\nc,d,e`)))[1]?.broken;
      };
      expect((await broken(longestCell))?.cell).toBeUndefined();
      expect((await broken(longestCell))?.expected.en).toContain("a line of at most");
      expect(await broken(longestCell + 1)).toMatchObject({
        cell: 1,
        expected: { en: expect.stringContaining("a cell of at most") },
      });
    },
  );

  test("no line end after a line that is too long: the file ends there", async () => {
    expect(await rowsOf(given("a.csv", `a,b\n${"x".repeat(3_000_000)}`))).toHaveLength(2);
  });
});

describe("work is linear", () => {
  // Every line opens a quote that later lines keep open: the worst case for a reader that looks ahead.
  const hostile = (lines: number) => 'x","""\n'.repeat(lines);

  function searches(text: string): number {
    const count = { value: 0 };
    const original = String.prototype.indexOf;
    const spy = function (this: string, ...args: [string, number?]) {
      const found = original.apply(this, args);
      count.value += (found < 0 ? this.length : found) - (args[1] ?? 0);
      return found;
    };
    String.prototype.indexOf = spy;
    try {
      const scanner = new CsvScanner(",");
      scanner.add(text);
      scanner.add(null);
      while (scanner.next() !== null);
    } finally {
      String.prototype.indexOf = original;
    }
    return count.value;
  }

  test("twice the hostile lines are about twice the characters looked at", () => {
    expect(searches(hostile(20_000)) / searches(hostile(10_000))).toBeLessThan(2.5);
  });

  test("each character of plain lines is looked at a few times", () => {
    const text = "abc,def\n".repeat(10_000);
    expect(searches(text)).toBeLessThan(5 * text.length);
  });
});

describe("delimiters", () => {
  test.each([",", ";", "\t", "|"])("%j is found below notes", async (delimiter) => {
    const notes = "Mẫu 1: danh sách, đối tượng\nGhi chú; xem sau\n\n";
    const rows = Array.from({ length: 5 }, (_, at) => ["tên", `${at}`, "Xã A"].join(delimiter)).join("\n");
    expect((await gridOf(given("a.csv", notes + rows))).delimiter).toBe(delimiter);
  });

  test("decimal commas do not hide a semicolon", async () => {
    const grid = await gridOf(given("a.csv", `a;b;c\n${"1,5;2,5;3,5\n".repeat(10)}`));
    expect(grid.delimiter).toBe(";");
  });

  test("quoted delimiters do not count", async () => {
    expect((await gridOf(given("a.csv", `a;b\n${'"x,y,z";1\n'.repeat(10)}`))).delimiter).toBe(";");
  });

  test("Excel's sep= line is honoured and handed out as no row", async () => {
    const path = given("a.csv", "sep=;\na,b;c\n1,2;3\n");
    expect((await gridOf(path)).delimiter).toBe(";");
    expect((await rowsOf(path)).map(({ row, cells }) => [row, cells])).toEqual([
      [2, ["a,b", "c"]],
      [3, ["1,2", "3"]],
    ]);
  });
});

describe("what is written is read", () => {
  const cell = fc.string({ unit: fc.constantFrom(..."aBđạƠ ,;\t|\"\n\r1'"), maxLength: 8 });
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  const quote = (text: string, delimiter: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const encode = {
    "UTF-8": (text: string) => Buffer.from(text),
    "UTF-8 with BOM": (text: string) => Buffer.from(`\uFEFF${text}`),
    "UTF-16LE": (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le"),
    "UTF-16BE": (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
  };

  for (const [encoding, bytesOf] of Object.entries(encode)) {
    test(`in ${encoding}, with any delimiter and line end`, async () => {
      const property = fc.asyncProperty(
        table,
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n"),
        async (rows, delimiter, end) => {
          const lines = [["a", "b", "c"], ...rows].map((cells) =>
            cells.map((text) => quote(text, delimiter)).join(delimiter),
          );
          const path = given("p.csv", bytesOf([`sep=${delimiter}`, ...lines, ""].join(end)));
          expect(await cellsOf(path)).toEqual([["a", "b", "c"], ...rows.map((cells) => cells.map(cellText))]);
        },
      );
      await fc.assert(property, { numRuns: 60 });
    });
  }

  test("however the text is cut into blocks", () => {
    const text = `a,"b\r\nc"\r\n,x"y\r\n"bad"z\r\n${"long ".repeat(300_000)}\r\n"open,\r\n1,2`;
    const read = (cuts: number[]) => {
      const scanner = new CsvScanner(",");
      const rows = [];
      for (const block of [
        ...cuts.map((at, index) => text.slice(cuts[index - 1] ?? 0, at)),
        text.slice(cuts.at(-1) ?? 0),
        null,
      ]) {
        scanner.add(block);
        for (let row = scanner.next(); row !== null; row = scanner.next()) rows.push(row);
      }
      return rows;
    };
    const whole = read([]);
    const cut = fc.array(fc.nat(text.length), { maxLength: 6 }).map((cuts) => cuts.sort((a, b) => a - b));
    fc.assert(
      fc.property(cut, (cuts) => {
        expect(read(cuts)).toEqual(whole);
      }),
      { numRuns: 100, examples: [[[text.indexOf("long ") + 1_500_001]]] },
    );
  });
});
