import { expect, test } from "vitest";
import { type Validation, validationXml } from "../../src/workbook/xlsx/validation.ts";

const given = (change: Partial<Validation>): Validation => ({
  range: "A1:A9",
  rule: { type: "list", values: ["nam", "nữ"] },
  style: "stop",
  title: "Giới tính",
  prompt: "một trong: nam, nữ",
  error: "một trong: nam, nữ",
  ...change,
});

test("texts are no longer than Excel takes, else it calls the file damaged", () => {
  const xml = validationXml(given({ title: "t".repeat(33), prompt: "p".repeat(256), error: "e".repeat(226) }));
  const lengths = ["promptTitle", "prompt", "errorTitle", "error"].map(
    (name) => new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1]?.length,
  );
  expect(lengths).toEqual([32, 255, 32, 225]);
});

test("line feeds of a prompt are kept", () => {
  expect(validationXml(given({ prompt: "một\none" }))).toContain('prompt="một&#10;one"');
});

test.each([[["a,b"]], [['a"b']], [["x".repeat(256)]]])("a list of %j cannot be written", (values) => {
  expect(() => validationXml(given({ rule: { type: "list", values } }))).toThrow(RangeError);
});

test("a list of 255 characters can", () => {
  expect(validationXml(given({ rule: { type: "list", values: ["x".repeat(255)] } }))).toContain("x".repeat(255));
});

test("a cell with nothing to say of is left without a prompt", () => {
  expect(validationXml(given({ prompt: null }))).not.toMatch(/prompt|showInputMessage/);
});
