import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { cleanTables } from "../../src/clean/clean-tables.ts";
import { Database } from "../../src/db.ts";
import { aggregate } from "../../src/main.ts";
import { Workspace } from "../workspace.ts";

/** Three communes of Bình Phước, in two districts. */
export const communes = ["25195", "25198", "25220"] as const;
export const LISTED = "2022-04-12";
export const AS_OF = "2022-04-26";

const given = "An Bình Châu Dung Đức Giang Hà Hải Hạnh Hoa Khánh Lan Linh Mai Minh Nam Ngọc Phúc Quân Thảo".split(" ");
const surnames = ["Nguyễn", "Trần", "Lê"];

/** A person's name, by commune and place among its twenty people. */
export function nameOf(commune: number, place: number): string {
  return `${surnames[commune]} Văn ${given[place]}`;
}

/** The number that is really theirs: all are men born in 1980 and the years after; 9 makes it nobody's. */
export function numberOf(commune: number, place: number): string {
  return `9700${String(80 + (place % 20)).slice(-2)}${String(commune * 100 + place).padStart(6, "0")}`;
}

/**
 * Twenty people a commune: the first ten are right, then four without a number (class a), three whose number has a wrong
 * format (b), three whose number disagrees with the year of birth (c).
 */
function line(commune: number, place: number): string {
  const right = numberOf(commune, place);
  const written =
    place < 10 ? right : place < 14 ? "" : place < 17 ? right.slice(0, 7) : `${right.slice(0, 4)}55${right.slice(6)}`;
  return `${nameOf(commune, place)},0${(place % 9) + 1}/04/${1980 + place},0,${written},${communes[commune]}`;
}

/**
 * A synthetic report without any file. Small counts alone are hidden: so few people in so many units are nearly all hidden, and
 * what else to hide is asked for where that is tested.
 */
export async function syntheticWorkspace(): Promise<Workspace> {
  const workspace = await (await Workspace.create("mo-phong")).empty();
  const path = workspace.path("reports", workspace.id, "report.json");
  const report = JSON.parse(await readFile(path, "utf8"));
  await writeFile(
    path,
    JSON.stringify({ ...report, id: workspace.id, as_of: AS_OF, synthetic: true, protection: "primary" }),
  );
  return workspace;
}

/** A synthetic report of sixty people, not yet aggregated. */
export async function workspaceOfPeople(): Promise<Workspace> {
  const workspace = await syntheticWorkspace();
  await sendPrivately(workspace, "people.csv", peopleFile());
  return workspace;
}

/** Sixty people as a file. */
export function peopleFile(): string {
  const lines = communes.flatMap((_, commune) => Array.from({ length: 20 }, (_, place) => line(commune, place)));
  return `Họ và tên,Ngày sinh,Giới tính,Số CMT/CCCD,Mã xã\n${lines.join("\n")}\n`;
}

export async function sendPrivately(workspace: Workspace, name: string, content: string | Buffer): Promise<void> {
  const path = workspace.path("private", workspace.id, "raw", name);
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  await writeFile(path, content);
}

export const run = (workspace: Workspace, asOf = AS_OF) =>
  aggregate(workspace.id, { data: workspace.data, asOf, say: () => undefined });

/** The rows of a query over the tables that the cleaning step left, as short texts. */
export async function cleanLines(workspace: Workspace, select: string): Promise<string[]> {
  const db = await Database.open();
  try {
    for (const name of cleanTables) {
      const path = workspace.path("private", workspace.id, "clean", `${name}.parquet`);
      await db.run(`create view ${name} as from read_parquet('${path}')`);
    }
    const rows = await db.all<Record<string, unknown>>(select);
    return rows.map((row) =>
      Object.values(row)
        .map((value) => value ?? "∅")
        .join(" "),
    );
  } finally {
    db.close();
  }
}

/** A list opened by a spreadsheet library, with its cells by person and title, as whoever fills it in sees them. */
export class FilledList {
  readonly #book: ExcelJS.Workbook;
  readonly sheet: ExcelJS.Worksheet;
  readonly #columns: Map<string, number>;
  readonly headerRow: number;

  private constructor(book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, headerRow: number) {
    this.#book = book;
    this.sheet = sheet;
    this.headerRow = headerRow;
    const cells = Array.from(sheet.getRow(headerRow).values as (string | undefined)[]);
    const titles = cells.map((text, at) => [String(text ?? "").replace(/ \(\*\)| \/\n.*$/gs, ""), at] as const);
    this.#columns = new Map(titles);
  }

  static async open(bytes: Buffer): Promise<FilledList> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    if (sheet === undefined) throw new Error("the workbook has no sheet");
    let headerRow = 1;
    while (sheet.getCell(headerRow, 1).value !== "STT") headerRow += 1;
    return new FilledList(book, sheet, headerRow);
  }

  cell(row: number, title: string): ExcelJS.Cell {
    const column = this.#columns.get(title);
    if (column === undefined) throw new Error(`the list has no column ${title}`);
    return this.sheet.getCell(row, column);
  }

  /** Rows of people, in their order. */
  rows(): number[] {
    return Array.from({ length: this.sheet.rowCount - this.headerRow }, (_, at) => this.headerRow + 1 + at);
  }

  fill(name: string, cells: Readonly<Record<string, string>>): void {
    const row = this.rows().find((at) => this.cell(at, "Họ và tên đang ghi").value === name);
    if (row === undefined) throw new Error(`${name} is not on the list`);
    for (const [title, text] of Object.entries(cells)) this.cell(row, title).value = text;
  }

  async bytes(): Promise<Buffer> {
    return Buffer.from(await this.#book.xlsx.writeBuffer());
  }
}
