import { readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type ExcelJS from "exceljs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { proposalsCommand } from "../../src/commands/proposals-command.ts";
import { worklistCommand } from "../../src/commands/worklist-command.ts";
import { openTables } from "../../src/read/open-tables.ts";
import type { Workspace } from "../workspace.ts";
import { cleanLines, FilledList, LISTED, nameOf, numberOf, run, sendPrivately, workspaceOfPeople } from "./given.ts";

let workspace: Workspace;
let path: string;
const said: string[] = [];
function listen(): void {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((text) => said.push(text));
  vi.spyOn(console, "error").mockImplementation((text) => said.push(text));
}
beforeAll(async () => {
  workspace = await workspaceOfPeople();
  await sendPrivately(workspace, "more.csv", moreLines());
  await run(workspace, LISTED);
  path = workspace.path("private", workspace.id, "worklists", LISTED, "25195-phuong-tan-phu.xlsx");
});
afterAll(() => workspace.remove());
beforeEach(listen);
afterEach(() => {
  vi.restoreAllMocks();
});

/** Names that code points would put elsewhere, a number that a workbook would spoil, and somebody of no known commune. */
function moreLines(): string {
  return [
    "Họ và tên,Ngày sinh,Giới tính,Số CMT/CCCD,Mã huyện,Mã xã",
    "Đỗ Thị Ánh,1984,1,,689,25195",
    "Dương Thị Ánh,1984,1,7.0085E+10,689,25195",
    "Ấu Thị Bé,1984,1,0123456,689,25195",
    "Võ Thị Xa,1984,1,,689,",
  ].join("\n");
}

const write = (options: Partial<Parameters<typeof worklistCommand>[0]> = {}) =>
  worklistCommand({ data: workspace.data, unit: "70", commune: ["25195"], listDate: LISTED, ...options });

describe("the list of a commune", () => {
  let list: FilledList;
  beforeAll(async () => {
    listen();
    await worklistCommand({ data: workspace.data, unit: "70", listDate: LISTED });
    list = await FilledList.open(await readFile(path));
  });
  const column = (title: string) => list.rows().map((row) => list.cell(row, title).value);

  test("is recognised by its own header, the actors' headings aside", async () => {
    const [table, ...others] = await openTables(path, null);
    expect(others).toEqual([]);
    expect([table?.header.kind, table?.header.places.size, table?.header.notes]).toEqual(["worklist_entry", 23, []]);
  });

  test("has who needs cleaning in the order of Vietnamese names, numbered", () => {
    const names = column("Họ và tên đang ghi");
    expect(names.slice(0, 4)).toEqual(["Ấu Thị Bé", "Dương Thị Ánh", "Đỗ Thị Ánh", nameOf(0, 10)]);
    expect(names).toHaveLength(13);
    expect(names).not.toContain(nameOf(0, 9));
    expect(column("STT")).toEqual(names.map((_, at) => String(at + 1)));
  });

  test("keeps numbers and dates as text, as they were written", () => {
    expect(column("Số định danh đang ghi").slice(0, 3)).toEqual(["0123456", "7.0085E+10", null]);
    expect(column("Ngày lập danh sách")[0]).toBe("12/04/2022");
    const row = list.headerRow + 1;
    for (const title of ["Số định danh đang ghi", "Số định danh đúng", "Ngày rà soát", "Mã xã thường trú đúng"])
      expect([title, list.cell(row, title).numFmt]).toEqual([title, "@"]);
  });

  test("says what to verify", () => {
    expect(column("Nội dung cần xác minh").slice(0, 3)).toEqual([
      "Số định danh sai định dạng",
      "Số định danh sai định dạng",
      "Thiếu số định danh",
    ]);
  });

  test("says above which commune, which day, how many people, and that they are synthetic", () => {
    const above = Array.from({ length: list.headerRow - 1 }, (_, at) => String(list.sheet.getCell(at + 1, 1).value));
    const text = above.join("\n");
    for (const part of [
      "Phường Tân Phú, Thành phố Đồng Xoài, Tỉnh Bình Phước",
      "12/04/2022",
      "Số người: 13",
      "MÔ PHỎNG",
    ])
      expect(text).toContain(part);
  });

  test("is printed on A4 landscape, its header and names on each page, the page numbered", () => {
    const { pageSetup, headerFooter } = list.sheet;
    expect(pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToPage: true, fitToHeight: 0 });
    expect([pageSetup.printTitlesRow, pageSetup.printTitlesColumn]).toEqual([
      `${list.headerRow - 1}:${list.headerRow}`,
      "A:B",
    ]);
    expect(headerFooter.oddFooter).toContain("Trang &P/&N");
  });

  test("offers what may be written where it is one of a few", () => {
    const offered = (title: string) => list.cell(list.headerRow + 1, title).dataValidation?.formulae;
    expect(offered("Giới tính đúng")).toEqual(['"nam,nữ"']);
    expect(offered("Kết quả đối chiếu")).toEqual(['"đúng,sai,không tìm thấy"']);
    expect(offered("Số định danh đang ghi")).toBeUndefined();
  });

  test("has a sheet to sign that is not read", () => {
    const book: ExcelJS.Workbook = list.sheet.workbook;
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Danh sách", "Bàn giao"]);
  });
});

describe("tiendo worklist", () => {
  test("says one line a commune, and who is on no list", async () => {
    expect(await write({ commune: [] })).toBe(0);
    expect(said.slice(0, -2).map((line) => line.replace(/^.*\//, ""))).toEqual([
      "25195-phuong-tan-phu.xlsx: Phường Tân Phú, 13 người | people",
      "25198-phuong-tan-dong.xlsx: Phường Tân Đồng, 10 người | people",
      "25220-phuong-long-phuoc.xlsx: Phường Long Phước, 10 người | people",
    ]);
    expect(said.at(-2)).toContain("3 danh sách | lists, 33 người");
    expect(said.at(-1)).toMatch(/^1 người chưa rõ xã/);
  });

  test("writes files that their owner alone reads, the same bytes again", async () => {
    await write();
    const before = await readFile(path);
    await write();
    expect(await readFile(path)).toEqual(before);
    expect([(await stat(path)).mode & 0o777, (await stat(join(path, ".."))).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  test("leaves a list alone that somebody has begun to fill in, unless it is forced", async () => {
    await write();
    await writeFile(path, "filled in");
    expect(await write()).toBe(2);
    expect(said.at(-1)).toContain("--force");
    expect(await readFile(path, "utf8")).toBe("filled in");
    expect(await write({ force: true })).toBe(0);
    expect(await readFile(path, "latin1")).toMatch(/^PK/);
  });

  test("refuses a folder outside data/private, and a link that leads there", async () => {
    const outside = workspace.path("elsewhere");
    expect(await write({ out: outside })).toBe(2);
    expect(said.join()).toContain("data/private");
    await expect(stat(outside)).rejects.toThrow("ENOENT");
    expect(await write({ out: workspace.path("private", "..", "elsewhere") })).toBe(2);
    await symlink(workspace.data, workspace.path("private", "link"));
    expect(await write({ out: workspace.path("private", "link", "elsewhere") })).toBe(2);
    expect(await write({ out: workspace.path("private", "mine") })).toBe(0);
  });

  test.each([
    [{ unit: "99" }, "99"],
    [{ commune: ["25198", "01"] }, "“01”"],
    [{ unit: "691", commune: ["25195"] }, "25195"],
    [{ report: "none" }, "none"],
  ])("refuses %j and says what it found", async (options, words) => {
    expect(await write(options)).toBe(2);
    expect(said.join()).toContain(words);
  });

  test("says what to run first where nothing was cleaned", async () => {
    expect(await worklistCommand({ data: workspace.path("private", workspace.id) })).toBe(2);
    expect(said.join()).toContain("tiendo aggregate");
  });

  test("lists whoever stands in the states that are asked for", async () => {
    expect(await write({ state: ["listed"] })).toBe(0);
    expect(said.join()).toContain("không có ai cần lập danh sách");
  });
});

test("open proposals are written to be decided, and what is decided is followed", async () => {
  const padded = numberOf(2, 3).replace("970", "070");
  await sendPrivately(
    workspace,
    "padded.csv",
    `Họ và tên,Ngày sinh,Giới tính,Số CMT/CCCD,Mã xã\nLý Văn Không,04/04/1983,0,${padded.slice(1)},25220\n`,
  );
  await run(workspace);
  expect(await proposalsCommand({ data: workspace.data })).toBe(0);
  const file = workspace.path("private", workspace.id, "worklists", "proposals", "phieu-duyet-2022-04-26.xlsx");
  const [table] = await openTables(file, null);
  expect([table?.header.kind, table?.header.notes]).toEqual(["review_decision", []]);
  const list = await FilledList.open(await readFile(file));
  const row = list.rows().find((at) => String(list.cell(at, "Hồ sơ thứ nhất").value).includes("Lý Văn Không")) ?? 0;
  expect(list.cell(row, "Loại đề xuất").value).toBe("số định danh mất số 0 ở đầu");
  expect(list.cell(row, "Căn cứ").value).toBe(`${padded.slice(1)} → ${padded}`);
  expect(list.cell(row, "Quyết định").dataValidation.formulae).toEqual(['"áp dụng,bỏ,giữ cả hai"']);
  list.cell(row, "Quyết định").value = "Áp dụng";
  list.cell(row, "Ngày quyết định").value = "20/04/2022";
  await sendPrivately(workspace, "phieu-duyet.xlsx", await list.bytes());
  await run(workspace);
  const number = "select id_digits, id_form from person where full_name = 'Lý Văn Không'";
  expect(await cleanLines(workspace, number)).toEqual([`${padded} 12`]);
});
