import { type RowKind, rowKindNames } from "@tiendo/schema";
import ExcelJS from "exceljs";
import { writeTemplate } from "../../src/workbook/template.ts";
import { EXAMPLE_MARK } from "../../src/workbook/tool-sheets.ts";
import { accepted, type Case, refused } from "./case.ts";
import type { Place } from "./place.ts";

/** A form with its example written again beneath it, as somebody would who fills it in. */
async function filledForm(place: Place, kind: RowKind): Promise<string> {
  const path = place.path(`${kind}.xlsx`);
  await writeTemplate(kind, path);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  for (const sheet of book.worksheets) {
    for (let at = 1; at <= 20; at += 1) if (sheet.getCell(at, 1).value === EXAMPLE_MARK) copyRow(sheet, at);
  }
  await book.xlsx.writeFile(path);
  return path;
}

function copyRow(sheet: ExcelJS.Worksheet, at: number): void {
  for (let column = 2; column <= sheet.columnCount; column += 1)
    sheet.getCell(at + 1, column).value = sheet.getCell(at, column).value;
  sheet.getCell(at + 1, 1).value = "1";
}

/** Our own forms: blank, and filled in as their example says. */
export const formCases: Case[] = [
  ...rowKindNames.map((kind) => ({
    name: `the form of ${kind}, filled in as its example is`,
    rules: { synthetic: true },
    // Its example is the first dose of the person who is the example of the other form.
    pool: kind === "dose_record" ? "form of doses" : "forms",
    make: (place: Place) => filledForm(place, kind),
    expected: accepted(kind, 1, ["0 I ROW.EXAMPLE"], { blank: 1 }),
  })),
  {
    name: "a blank form",
    rules: { synthetic: true },
    pool: "forms",
    make: async (place) => {
      await writeTemplate("person_record", place.path("a.xlsx"));
      return place.path("a.xlsx");
    },
    expected: refused("FILE.EMPTY"),
  },
];
