import { expect, test } from "vitest";
import { cellText, lineCells } from "../../src/grid/cell-text.ts";
import { excerpt } from "../../src/grid/excerpt.ts";
import { meaningOf } from "../../src/grid/number-format.ts";
import { numberText } from "../../src/grid/number-text.ts";

const OUTER = [" ", "\t", "\n", "\u00A0", "\u200B", "\u200C", "\u200D", "\u2003", "\u2060", "\uFEFF", "\u180E"];

test.each(OUTER)("outer white space %j is taken off either end, and alone is blank", (space) => {
  for (const read of [cellText, (text: string) => lineCells(text, ",")[0]]) {
    expect(read(`${space}Họ  tên${space}`)).toBe("Họ  tên");
    expect(read(`${space}a`)).toBe("a");
    expect(read(space)).toBeNull();
  }
});

test.each([
  ["Ho\u0323", "Họ"],
  ["Hoa\u0300", "Hoà"],
  ["te\u0302\u0301", "tế"],
  ["A\u030A", "Å"],
  ["\u212B", "Å"],
])("%j is composed", (decomposed, composed) => {
  expect(cellText(decomposed)).toBe(composed);
  expect(lineCells(`a;${decomposed}`, ";")).toEqual(["a", composed]);
});

test("old and new tone placement stay as they are spelt", () => {
  expect([cellText("Hoà"), cellText("Hòa")]).toEqual(["Hoà", "Hòa"]);
});

test.each([
  ["0", "0"],
  ["079", "79"],
  ["1e3", "1000"],
  ["-1.5E-3", "-0.0015"],
  ["9007199254740993", "9007199254740993"],
  ["0.30000000000000004", "0.30000000000000004"],
  ["1.2345E2", "123.45"],
  ["", ""],
  ["abc", "abc"],
  ["Infinity", "Infinity"],
])("the stored number %j is %j", (stored, text) => {
  expect(numberText(stored)).toBe(text);
});

test.each([
  ["date", ["dd/mm/yyyy", "m/d/yy", "[$-42A]d mmmm yyyy", "yyyy\\-mm", "mmm", "m", "dd/mm/yyyy hh:mm", '"ngày" d']],
  ["time", ["h:mm", "hh:mm:ss AM/PM", "mm:ss"]],
  [
    "number",
    [
      null,
      "0",
      "#,##0.00",
      '0 "ngày"',
      "[h]:mm",
      "0.00E+00",
      "[Red]0",
      "General",
      "@",
      "0\\d",
      "_-* #,##0 _d",
      "0;[Red]d",
    ],
  ],
] as const)("formats of a %s", (meaning, formats) => {
  expect(formats.map(meaningOf)).toEqual(formats.map(() => meaning));
});

test("an excerpt is 60 characters at most, on one line", () => {
  expect(excerpt("x".repeat(60))).toBe("x".repeat(60));
  expect(excerpt("x".repeat(61))).toBe(`${"x".repeat(59)}…`);
  expect(excerpt("a\r\nb")).toBe("a b");
});
