import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checksFor, isIssueCode, issueCodes, PersonDose, rowKinds } from "@tiendo/schema";
import { describe, expect, test } from "vitest";
import { unitCheckCode } from "../../src/model/unit-checks.ts";
import { sqlFilesIn } from "../../src/sql-files.ts";
import { checkCode } from "../../src/validate/cross-checks.ts";

const folders = readdirSync(fileURLToPath(new URL("../../sql/checks", import.meta.url))).map(
  (name) => `checks/${name}`,
);
const files = folders.flatMap((folder) => sqlFilesIn(folder).map((file) => ({ folder, ...file })));

const unitFiles = sqlFilesIn("unit_checks");

// Found while a file is read or its rows are sorted out, where no select over typed rows could see them.
const madeElsewhere = ["NAME.NFD", "ROW.EXAMPLE", "DUPLICATE.LINE", "ROW.SUPERSEDED", "ROW.CORRECTS_UNKNOWN"];

const structural = [...Object.values(rowKinds).map(({ schema }) => schema), PersonDose].flatMap((schema) =>
  checksFor(schema).flatMap(({ checks }) => checks.map(({ code }) => code)),
);

test("every issue code but those of files is produced by a column, a check, or a place listed here", () => {
  const checked = [...files.map(checkCode), ...unitFiles.map(unitCheckCode)];
  const produced = new Set<string>([...structural, ...checked, ...madeElsewhere]);
  const codes = Object.entries(issueCodes).filter(([, { effect }]) => effect !== "refused" && effect !== "held");
  const missing = codes.map(([code]) => code).filter((code) => !produced.has(code));
  // What is left is about files: headers, lines, encodings.
  expect(missing.filter((code) => !/^(FILE|LINE|HEADER|SHEET|CELL|ENCODING)\./.test(code))).toEqual([]);
});

describe.each(files)("$folder/$name", (file) => {
  test("begins with a code, a rule and its grain", () => {
    expect(isIssueCode(checkCode(file))).toBe(true);
    expect(file.header).toMatch(/^[A-Z_]+\.[A-Z_]+: .{20,}\. .*One row /);
  });

  test("is named as its code", () => {
    expect(file.name.replaceAll("_", "")).toContain(checkCode(file).split(".")[1]?.toLowerCase().replaceAll("_", ""));
  });
});

test.each(unitFiles)("unit_checks/$name begins with a code, a rule and its grain, and is named as its code", (file) => {
  const code = unitCheckCode(file);
  expect(file.header).toMatch(/^[A-Z_]+\.[A-Z0-9_]+: .{20,}\. .*One row /);
  expect(file.name.replaceAll("_", "")).toContain(code.split(".")[1]?.toLowerCase().replaceAll("_", ""));
});
