import { copyFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RowKind } from "@tiendo/schema";
import ExcelJS from "exceljs";
import { afterAll, describe, expect, test } from "vitest";
import { type Checked, checkFiles } from "../src/check/check-files.ts";
import { fileReports } from "../src/check/file-report.ts";
import { writeReturnedFiles } from "../src/check/returned-files.ts";
import { type Cells, dose, doseColumns, person, personColumns } from "./corpus/people.ts";
import { csv, rowsOf } from "./corpus/table.ts";

const root = mkdtempSync(join(tmpdir(), "tiendo-resend-"));
afterAll(() => rm(root, { recursive: true, force: true }));
const reference = fileURLToPath(new URL("../../../data/reference", import.meta.url));

async function checked<Result>(paths: readonly string[], use: (checked: Checked) => Promise<Result>): Promise<Result> {
  const rules = { asOf: "2022-04-26", edition: "2022" as const, synthetic: false, kind: null };
  const places = { reference, store: join(root, "store"), memoryLimit: "1GB" };
  const found = await checkFiles(paths, rules, places, () => undefined);
  try {
    return await use(found);
  } finally {
    found.db.close();
  }
}

/** The account of each file: rows, accepted, quarantined, superseded, repeated. */
function accounts(...paths: string[]): Promise<number[][]> {
  return checked(paths, async ({ db }) => {
    const reports = await fileReports(db);
    return reports.map((one) => [one.records_in, one.accepted, one.quarantined, one.superseded, one.exact_duplicates]);
  });
}

/** Checks files and gives the workbook that goes back for the last of them. */
function returnedFor(...paths: string[]): Promise<string> {
  const folder = join(root, `returned-${paths.length}`);
  return checked(paths, async ({ db, files }) => {
    const written = await writeReturnedFiles(db, files, { folder, lang: "vi", kind: null });
    return written.at(-1) ?? "nothing was returned";
  });
}

interface Mend {
  /** Row below the header, from 1. */
  record: number;
  column: string;
  value: string;
}

/** Opens the returned workbook, fills in what was wrong and saves it, as a person does. */
async function mend(path: string, name: string, ...mends: Mend[]): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets.find((one) => headerRow(one) > 0);
  if (sheet === undefined) throw new Error(`expected a sheet with a header in ${path}`);
  const header = headerRow(sheet);
  for (const { record, column, value } of mends)
    sheet.getCell(header + record, columnOf(sheet, header, column)).value = value;
  const mended = join(root, name);
  await book.xlsx.writeFile(mended);
  return mended;
}

function headerRow(sheet: ExcelJS.Worksheet): number {
  for (let at = 1; at <= 20; at += 1) if (columnOf(sheet, at, "Mã dòng gốc") > 0) return at;
  return 0;
}

function columnOf(sheet: ExcelJS.Worksheet, row: number, title: string): number {
  for (let column = 1; column <= sheet.columnCount; column += 1)
    if (sheet.getCell(row, column).text === title) return column;
  return 0;
}

const unknownFiles = `select record::integer as record, column_name, effect, expected_vi from issue_list
  where code = 'ROW.CORRECTS_UNKNOWN'`;

const stock = (lot: string, closing: string): Cells => ({
  unit_code: "70",
  as_of: "2022-04-19",
  vaccine: "Pfizer",
  lot,
  closing,
});
const figure = (nth: number, done: string): Cells => ({
  unit_code: "70",
  edition: "2022",
  as_of: "2022-04-19",
  as_of_precision: "day",
  indicator: "lam_sach.doi_tuong",
  done,
  done_qualifier: "exact",
  total: "424",
  total_qualifier: "exact",
  measure_unit: "person",
  source: `Nguồn ${nth}`,
});
const nowhere = { commune_code: null, district_code: null, province_code: null };

/** Four rows of each kind, of which the second and third are quarantined, and how each of the two is mended. */
const sendings: Array<[kind: RowKind, columns: readonly string[], rows: readonly Cells[], second: Mend, third: Mend]> =
  [
    [
      "person_record",
      personColumns,
      [person(), person(nowhere), person(nowhere), person({ id_number: null })],
      { record: 2, column: "commune_code", value: "25195" },
      { record: 3, column: "commune_code", value: "25195" },
    ],
    [
      "dose_record",
      doseColumns,
      [dose(), dose({ dose_date: "30/02/2022" }), dose({ vaccine: "?" }), dose({ lot: "?" })],
      { record: 2, column: "dose_date", value: "28/02/2022" },
      { record: 3, column: "vaccine", value: "Moderna" },
    ],
    [
      "stock_return",
      Object.keys(stock("", "")),
      [stock("A01", "1"), stock("A02", "-2"), stock("A03", "1.000"), stock("A04", "4")],
      { record: 2, column: "closing", value: "2" },
      { record: 3, column: "closing", value: "1000" },
    ],
    [
      "figure",
      Object.keys(figure(0, "")),
      [figure(1, "240"), figure(2, "425"), figure(3, "-3"), figure(4, "0")],
      { record: 2, column: "done", value: "245" },
      { record: 3, column: "done", value: "3" },
    ],
  ];

describe.each(sendings)("a returned workbook of %s, mended and sent again", (kind, columns, rows, second, third) => {
  const original = join(root, `${kind}.csv`);
  writeFileSync(original, csv(rowsOf(columns, rows)));
  let once = "";

  test("its mended row is accepted, the rows it names are superseded, what is still wrong waits", async () => {
    expect(await accounts(original)).toEqual([[4, 2, 2, 0, 0]]);
    once = await mend(await returnedFor(original), `${kind}-1.xlsx`, second);
    expect(await accounts(original, once)).toEqual([
      [4, 3, 1, 0, 0],
      [4, 0, 0, 4, 0],
    ]);
  });

  test("sent without the file it goes back to, it says so once, and its rows count as new", async () => {
    const told = (...paths: string[]) => checked(paths, ({ db }) => db.all(unknownFiles));
    expect(await told(original, once)).toEqual([]);
    expect(await told(once)).toEqual([{ record: 0, column_name: "corrects", effect: "warning", expected_vi: "4" }]);
    expect((await accounts(once)).map(([rows, accepted]) => [rows, accepted])).toEqual([[4, 3]]);
  });

  test("the same workbook twice, or saved again, changes nothing", async () => {
    const copy = join(root, `${basename(once, ".xlsx")}-2.xlsx`);
    copyFileSync(once, copy);
    const saved = await mend(once, `${basename(once, ".xlsx")}-3.xlsx`);
    const [first, ...others] = await accounts(original, once, copy, saved);
    expect([first, ...others].map((account) => account?.[1]).reduce((sum, count) => (sum ?? 0) + (count ?? 0), 0)).toBe(
      3,
    );
  });

  test("the workbook that comes back of it, mended and sent with both, leaves each row once", async () => {
    const twice = await mend(await returnedFor(original, once), `${kind}-9.xlsx`, third);
    const all = await accounts(original, once, twice);
    expect(all.map((account) => account[1]).reduce((sum = 0, count = 0) => sum + count, 0)).toBe(4);
    expect(all.map((account) => account[2]).reduce((sum = 0, count = 0) => sum + count, 0)).toBe(0);
  });
});
