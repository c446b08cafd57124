import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataResource } from "@tiendo/schema";
import { expect, test } from "vitest";
import { firstRows, recordsOf } from "../src/data/first-rows.ts";
import { previewCell, previewFields } from "../src/format/preview-cell.ts";
import { snippetsOf } from "../src/format/snippets.ts";

const fields = [
  { name: "unit_code", type: "string" },
  { name: "cleaned", type: "integer" },
  { name: "cleaned_status", type: "string" },
] as const;

test("a quoted cell keeps its commas, quotes and lines; a record cut at the end is left out", () => {
  expect(recordsOf('a,b\n"x, ""y""\nz",1\n,\n"cut, 2')).toEqual([
    ["a", "b"],
    ['x, "y"\nz', "1"],
    ["", ""],
  ]);
});

test("the first rows of a file are read by its columns", () => {
  const folder = mkdtempSync(join(tmpdir(), "tiendo-preview-"));
  writeFileSync(join(folder, "t.csv"), "unit_code,cleaned,cleaned_status\n01,12,\n02,,c\n04,0,\n");
  const rows = firstRows(folder, { path: "t.csv", schema: { fields } } as unknown as DataResource, 2);
  rmSync(folder, { recursive: true });
  expect(rows.map((row) => [...row.values()])).toEqual([
    ["01", "12", ""],
    ["02", "", "c"],
  ]);
});

test("a preview tells why a count is blank in the count's own column, and zero is zero", () => {
  expect(previewFields(fields).map(({ name }) => name)).toEqual(["unit_code", "cleaned"]);
  const cell = (cleaned: string, status: string) =>
    previewCell(
      new Map([
        ["cleaned", cleaned],
        ["cleaned_status", status],
      ]),
      fields[1],
      "vi",
    );
  expect(cell("", "c")).toMatchObject({ kind: "hidden", text: "bị ẩn" });
  expect(cell("", "x")).toMatchObject({ kind: "not_reported", text: "chưa báo cáo" });
  expect(cell("0", "")).toMatchObject({ kind: "number", text: "0", mark: null });
  expect(cell("1200", "p")).toMatchObject({ kind: "number", text: "1.200", mark: "sơ bộ" });
  expect(previewCell(new Map([["unit_code", "01"]]), fields[0], "vi").text).toBe("01");
});

test("each tool is given a line that keeps unit codes as text, from the web or from a folder", () => {
  const web = snippetsOf({ name: "pace", fields, fileOf: (form) => `https://a.vn/pace.${form}` });
  expect(web.map(({ code }) => code)).toEqual([
    "select * from read_parquet('https://a.vn/pace.parquet');",
    '= Excel.Workbook(Web.Contents("https://a.vn/pace.xlsx"), true){[Item="pace", Kind="Sheet"]}[Data]',
    'pace <- read.csv("https://a.vn/pace.csv", encoding = "UTF-8", na.strings = "", colClasses = c(unit_code = "character"))',
    'import pandas as pd\npace = pd.read_csv("https://a.vn/pace.csv", dtype={"unit_code": "string"})',
  ]);
  const [, excel, r] = snippetsOf({ name: "pace", fields: [], fileOf: (form) => `pace.${form}` });
  expect(excel?.code).toContain('File.Contents("pace.xlsx")');
  expect(r?.code).toBe('pace <- read.csv("pace.csv", encoding = "UTF-8", na.strings = "")');
});
