import { readFile, stat } from "node:fs/promises";
import type { CleaningDaily, ReportDefinition } from "@tiendo/schema";
import { expect, test } from "vitest";
import { writeTableWorkbook } from "../../src/workbook/table-workbook.ts";
import { byExceljs, byHucre, byUs, newPath, sheetAt } from "./given.ts";

const report = JSON.parse(
  await readFile(new URL("../../../../data/reports/binh-phuoc-demo/report.json", import.meta.url), "utf8"),
) as ReportDefinition;

const row: CleaningDaily = {
  unit_code: "01",
  day: "2022-04-26",
  newly_cleaned: 0,
  newly_cleaned_status: null,
  fell_back: null,
  fell_back_status: "c",
  cleaned_to_date: 1200,
  cleaned_to_date_status: "p",
};

async function written(rows: readonly CleaningDaily[] = [row], sheetRows?: number): Promise<string> {
  const path = newPath();
  const given = (async function* () {
    yield* rows;
  })();
  await writeTableWorkbook(path, {
    name: "cleaning_daily",
    report,
    rows: given,
    ...(sheetRows === undefined ? {} : { sheetRows }),
  });
  return path;
}

test("a hidden count is blank beside its status, which is shown in words; zero is zero", async () => {
  const sheet = sheetAt(await byExceljs(await written()), 0);
  expect([sheet.getCell("C2").value, sheet.getCell("D2").value]).toEqual([0, null]);
  expect([sheet.getCell("E2").value, sheet.getCell("F2").value]).toEqual([null, "c"]);
  expect(sheet.getCell("F2").numFmt).toBe('General;General;General;"bị ẩn"');
  expect(sheet.getCell("H2").numFmt).toBe('General;General;General;"sơ bộ"');
});

test("a code keeps the zero it begins with, a count is a number, a day is a day", async () => {
  const sheet = sheetAt(await byExceljs(await written()), 0);
  expect(sheet.getCell("A2").value).toBe("01");
  expect(sheet.getCell("B2").value).toEqual(new Date("2022-04-26T00:00:00Z"));
  expect(sheet.getCell("G2").value).toBe(1200);
});

test("three readers find the same rows under the names of the CSV", async () => {
  const path = await written();
  const [ours] = await byUs(path);
  const [theirs] = await byHucre(path);
  expect(ours?.[0]).toEqual(Object.keys(row));
  expect(theirs?.rows[0]).toEqual(Object.keys(row));
  expect([theirs?.rows[1]?.[0], theirs?.rows[1]?.[6]]).toEqual(["01", 1200]);
  expect(sheetAt(await byExceljs(path), 0).rowCount).toBe(2);
});

test("what a sheet cannot hold goes on in the next, under the same head", async () => {
  const rows = ["01", "02", "04"].map((unit_code) => ({ ...row, unit_code }));
  const [first, second] = await byUs(await written(rows, 3));
  expect([first?.map(([unit]) => unit), second?.map(([unit]) => unit)]).toEqual([
    ["unit_code", "01", "02"],
    ["unit_code", "04"],
  ]);
});

test("the last sheet says what each column and status means, whose numbers these are, and that nobody is real", async () => {
  const sheets = await byUs(await written());
  const text = sheets.at(-1)?.flat().join("\n") ?? "";
  for (const phrase of [
    "fell_back_status",
    "bị ẩn",
    "hidden",
    "2022-04-26",
    report.title.vi,
    report.licence.url,
    "Synthetic data",
  ])
    expect(text).toContain(phrase);
  // A reader of forms passes a sheet over that begins so.
  expect(sheets.at(-1)?.[0]?.[0]).toMatch(/^Trang của Tiến độ, không phải dữ liệu/);
});

test("the same rows give the same bytes, and everybody may read them", async () => {
  const [first, second] = [await written(), await written()];
  expect(await readFile(first)).toEqual(await readFile(second));
  expect((await stat(first)).mode & 0o777).toBe(0o644);
});
