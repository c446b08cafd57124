import { type Column, columnsOf, PersonDose, type RowKind, rowKindNames, rowKinds } from "@tiendo/schema";
import { unitsOf } from "@tiendo/units";
import type ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { formColumns } from "../../src/workbook/form-columns.ts";
import { headerRows } from "../../src/workbook/form-header.ts";
import { termsOf } from "../../src/workbook/form-vocabulary.ts";
import { writeTemplate } from "../../src/workbook/template.ts";
import { EXAMPLE_MARK, TOOL_SHEET_MARK } from "../../src/workbook/tool-sheets.ts";
import { byExceljs, byHucre, byUs, newPath, sheetAt } from "./given.ts";

const paths = new Map<RowKind, string>();
const books = new Map<RowKind, ExcelJS.Workbook>();

beforeAll(async () => {
  for (const kind of rowKindNames) {
    const path = newPath();
    await writeTemplate(kind, path);
    paths.set(kind, path);
    books.set(kind, await byExceljs(path));
  }
});

const pathOf = (kind: RowKind) => paths.get(kind) ?? "";
const formOf = (kind: RowKind) => sheetAt(books.get(kind) as ExcelJS.Workbook, 0);
const depthOf = (kind: RowKind) => (kind === "person_record" ? 2 : 1);

/** The form's headers in the order of its columns, without the order number; a group's name is left out. */
function headersOf(kind: RowKind): string[] {
  const row = formOf(kind).getRow(6 + depthOf(kind));
  return Array.from({ length: row.cellCount - 1 }, (_, at) => String(row.getCell(at + 2).value));
}

/** The schema's columns in the order of the form. */
function columnsIn(kind: RowKind): Column[] {
  return formColumns(kind).map(({ column }) => column);
}

describe.each(rowKindNames)("the form of %s", (kind) => {
  test("has every column of the schema but the one that corrects", () => {
    const names = columnsIn(kind).map(({ name }) => name);
    const expected = columnsOf(rowKinds[kind].schema).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(expected.filter((name) => name !== "corrects")));
    expect(names).not.toContain("corrects");
  });

  test("names its columns in both languages and marks the mandatory ones", () => {
    const expected = columnsIn(kind).map(({ meta, nullable }) => [meta.title.vi, !nullable, meta.title.en]);
    const found = headersOf(kind).map((header) => {
      const [vi = "", en] = header.split(" /\n");
      return [vi.replace(" (*)", ""), vi.endsWith(" (*)"), en];
    });
    expect(found).toEqual(expected);
    expect(formOf(kind).getCell("A7").value).toBe("STT");
  });

  test("is read back the same by two other readers", async () => {
    const [hucre] = await byHucre(pathOf(kind));
    const [ours] = await byUs(pathOf(kind));
    const header = headerRows(formColumns(kind)).at(-1)?.slice(1) ?? [];
    const filled = header.filter((text) => text !== null);
    const atHeader = 5 + depthOf(kind);
    expect(hucre?.rows[atHeader]?.filter((text) => text !== null && text !== "")).toEqual(
      expect.arrayContaining(filled),
    );
    const texts = (ours ?? []).flat();
    expect(texts).toEqual(expect.arrayContaining(filled.map((text) => text.normalize("NFC"))));
  });

  test("has title and notes in rows 1 to 5, row 6 blank", () => {
    const sheet = formOf(kind);
    const notes = [1, 2, 3, 4, 5].map((number) => String(sheet.getCell(number, 1).value));
    expect(notes[0]).toContain(rowKinds[kind].title.en);
    expect(notes.every((note) => note.split("\n").length === 2)).toBe(true);
    expect(notes.join()).toMatch(/Người lập.*\(\*\).*dd\/mm\/yyyy.*VÍ DỤ/s);
    expect(sheet.getRow(6).hasValues).toBe(false);
  });

  test("has one example row, marked, in grey italics, with nothing below", () => {
    const sheet = formOf(kind);
    const number = 7 + depthOf(kind);
    const example = sheet.getRow(number);
    expect(example.getCell(1).value).toBe(EXAMPLE_MARK);
    example.eachCell(({ font }) => expect([font.italic, font.color?.argb]).toEqual([true, "FF767676"]));
    expect(sheet.rowCount).toBe(number);
  });

  test("has a note on each header with what it expects", () => {
    const sheet = formOf(kind);
    for (const [at, { column, group }] of formColumns(kind).entries()) {
      const note = sheet.getCell(group === null ? 7 : 8, at + 2).note;
      const text = typeof note === "string" ? note : (note?.texts ?? []).map((part) => part.text).join("");
      expect(text).toContain(column.meta.title.en);
      expect(text).toMatch(/Cần: .*Expected: /s);
    }
  });

  test("keeps text as text to the end of the sheet, and whole numbers plain", () => {
    const sheet = formOf(kind);
    for (const [at, { type }] of columnsIn(kind).entries()) {
      expect(sheet.getColumn(at + 2).numFmt).toBe(type instanceof z.ZodNumber ? "0" : "@");
      expect(sheet.getColumn(at + 2).width).toBeGreaterThanOrEqual(12);
    }
  });

  test("offers the terms of each list in 1,000 rows, in words that are read as its codes", () => {
    const sheet = formOf(kind);
    const first = 8 + depthOf(kind);
    for (const [at, column] of columnsIn(kind).entries()) {
      const terms = termsOf(column);
      if (terms === null) continue;
      for (const number of [first, first + 999]) {
        const { type, formulae = [] } = sheet.getCell(number, at + 2).dataValidation ?? {};
        expect(type).toBe("list");
        expect(formulae[0]).toBe(`"${terms.map(({ written }) => written).join(",")}"`);
      }
      expect(sheet.getCell(first + 1000, at + 2).dataValidation).toBeUndefined();
      for (const { written, code } of terms) expect(codeRead(column, written)).toBe(code);
    }
  });

  test("limits whole numbers as the schema does, and dates to the length of one", () => {
    const sheet = formOf(kind);
    for (const [at, { type }] of columnsIn(kind).entries()) {
      const validation = sheet.getCell(8 + depthOf(kind), at + 2).dataValidation;
      if (type instanceof z.ZodNumber)
        expect(validation).toMatchObject({
          type: "whole",
          errorStyle: "stop",
          formulae: [type.minValue, type.maxValue],
        });
      if (type instanceof z.ZodISODate) expect(validation).toMatchObject({ type: "textLength", formulae: [8, 10] });
    }
  });

  test("keeps its header in sight and repeats it on A4 landscape pages", () => {
    const sheet = formOf(kind);
    const last = 6 + depthOf(kind);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: last, xSplit: 2 });
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", printTitlesRow: `7:${last}` });
  });

  test("has a sheet of codes and a guide that readers may pass over", () => {
    const book = books.get(kind) as ExcelJS.Workbook;
    expect(book.worksheets.map(({ name }) => name).slice(1)).toEqual(["Mã", "Hướng dẫn"]);
    for (const at of [1, 2])
      expect(String(sheetAt(book, at).getCell("A1").value).startsWith(TOOL_SHEET_MARK)).toBe(true);
  });
});

/** What a reader makes of a written value: the code itself, or the one its text stands for. */
function codeRead({ meta }: Column, written: string): string {
  return meta.values?.[written.toLowerCase()] ?? written;
}

test("the person form has its dose groups over their five columns, all other headers over both rows", () => {
  const { merges } = formOf("person_record").model;
  const groups = columnsOf(PersonDose).length;
  const sheet = formOf("person_record");
  const first = formColumns("person_record").findIndex(({ group }) => group === 1) + 2;
  const names = [0, 1, 2, 3].map((at) => sheet.getCell(7, first + at * groups).value);
  expect(names).toEqual(["Mũi 1", "Mũi 2", "Mũi 3", "Mũi 4"]);
  expect(merges).toEqual(
    expect.arrayContaining(["A7:A8", "B7:B8", "T7:X7", "Y7:AC7", "AD7:AH7", "AI7:AM7", "AN7:AN8"]),
  );
});

test("the example is written as one is to write: dates, terms in Vietnamese, one dose", () => {
  const example = formOf("person_record").getRow(9);
  const shown = formColumns("person_record").map(({ column, group }, at): [string, unknown] => [
    group === null ? column.name : `${column.name}_${group}`,
    example.getCell(at + 2).value,
  ]);
  expect(Object.fromEntries(shown)).toMatchObject({
    birth_date: "26/04/1984",
    sex: "nữ",
    id_number: "970184000999",
    vaccine_1: "AstraZeneca",
    dose_kind_1: "cơ bản",
    vaccine_2: null,
  });
  const [, , asOf] = (formOf("progress_return").getRow(8).values as unknown[]).slice(2);
  expect(asOf).toBe("26/04/2022");
});

test("the codes name every term with its meanings, and the provinces of the editions that the form takes", () => {
  const cells = (kind: RowKind) => {
    const rows: string[] = [];
    sheetAt(books.get(kind) as ExcelJS.Workbook, 1).eachRow((row) => {
      rows.push((row.values as unknown[]).slice(1).join("|"));
    });
    return rows;
  };
  expect(cells("stock_return")).toContainEqual(expect.stringMatching(/^Tên vắc xin\|pfizer\|Pfizer\|.*comirnaty/));
  expect(cells("person_record")).toContain("Giới tính|male|nam|nam|male|male; 0; giới tính nam");
  const provinces = (kind: RowKind, edition: "2022" | "2025") =>
    cells(kind).filter((row) => row.startsWith(`${edition}|`));
  expect(provinces("person_record", "2022")).toHaveLength(63);
  expect(provinces("person_record", "2025")).toHaveLength(0);
  const provinces2025 = unitsOf("2025").filter(({ level }) => level === "province");
  expect(provinces("progress_return", "2025")).toHaveLength(provinces2025.length);
  expect(cells("progress_return")).toContain("2022|70|Tỉnh Bình Phước|Binh Phuoc");
});
