import { copyFile, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { worklistCommand } from "../../src/commands/worklist-command.ts";
import type { Workspace } from "../workspace.ts";
import {
  AS_OF,
  cleanLines,
  communes,
  FilledList,
  LISTED,
  nameOf,
  numberOf,
  run,
  sendPrivately,
  workspaceOfPeople,
} from "./given.ts";

let workspace: Workspace;
const said: string[] = [];
beforeEach(async () => {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((text) => said.push(text));
  vi.spyOn(console, "error").mockImplementation((text) => said.push(text));
  workspace = await workspaceOfPeople();
  await run(workspace, LISTED);
  await worklistCommand({ data: workspace.data, unit: "70", listDate: LISTED });
});
afterEach(() => {
  vi.restoreAllMocks();
  return workspace.remove();
});

const reviewed = {
  "Ngày rà soát": "13/04/2022",
  "Người rà soát": "Tổ công tác thôn 1",
  "Lý do sửa": "theo thẻ căn cước",
};
const matched = { ...reviewed, "Ngày đối chiếu": "15/04/2022", "Kết quả đối chiếu": "đúng" };
const handedBack = { ...matched, "Ngày bàn giao": "16/04/2022" };
const updated = { ...handedBack, "Ngày cập nhật": "18/04/2022" };
const verified = { ...updated, "Ngày xác thực lại": "20/04/2022", "Kết quả xác thực lại": "Đúng" };

/** What the actors of a commune write, by place: everything right, part of the way, and four slips. */
function cellsFor(commune: number): Record<number, Record<string, string>> {
  const number = (place: number) => ({ "Số định danh đúng": numberOf(commune, place) });
  return {
    10: { ...verified, ...number(10) },
    11: { ...verified, ...number(11) },
    12: { ...handedBack, ...number(12) },
    13: { ...reviewed, ...number(13) },
    14: { ...verified, ...number(14) },
    15: {
      ...matched,
      ...number(15),
      "Kết quả đối chiếu": "sai",
      "Thông tin sai": "ngày sinh",
      "Ngày sinh đúng": "07/05/1995",
    },
    16: { ...verified, ...number(16), "Kết quả xác thực lại": "sai", "Thông tin sai": "Họ tên" },
    // A result without its day.
    17: { ...reviewed, ...number(17), "Kết quả đối chiếu": "đúng" },
    // Matched after it was updated.
    18: {
      ...reviewed,
      ...number(18),
      "Ngày cập nhật": "14/04/2022",
      "Ngày đối chiếu": "15/04/2022",
      "Kết quả đối chiếu": "đúng",
    },
    // A correction in a wrong format.
    19: { ...reviewed, "Số định danh đúng": "12345" },
  };
}

/** A list as the actors of its commune give it back; in the first a line is left blank. */
async function filled(commune: number): Promise<Buffer> {
  const list = await FilledList.open(await listBytes(commune));
  for (const [place, cells] of Object.entries(cellsFor(commune))) list.fill(nameOf(commune, Number(place)), cells);
  if (commune === 0) list.sheet.insertRow(list.headerRow + 4, []);
  return list.bytes();
}

async function listBytes(commune: number): Promise<Buffer> {
  const folder = workspace.path("private", workspace.id, "worklists", LISTED);
  const name = (await readdir(folder)).find((one) => one.startsWith(communes[commune] ?? "?")) ?? "";
  return readFile(join(folder, name));
}

async function sendFilled(): Promise<void> {
  for (const [at, code] of communes.entries())
    await sendPrivately(workspace, `danh-sach/${code}.xlsx`, await filled(at));
}

const states = "select state, cleaned, count(*) from subject group by all order by all";
const truth = [
  "handed_back false 3",
  "matched false 3",
  "mismatched false 3",
  "reviewed false 6",
  "to_list false 3",
  "updated false 3",
  "verified true 9",
];

describe("lists that were filled in and read back", () => {
  test("everybody stands where the actors said, slips aside", async () => {
    expect(await cleanLines(workspace, states)).toEqual(["to_list false 30"]);
    await sendFilled();
    const { rows } = await run(workspace);
    expect(rows).toMatchObject({ records_in: 60 + 30, accepted: 60 + 27, quarantined: 3 });
    expect(await cleanLines(workspace, states)).toEqual(truth);
    expect(
      await cleanLines(
        workspace,
        "select outcome, things, things_in from clean_account where kind = 'event' order by 1",
      ),
    ).toEqual(["applied 114 117", "out_of_order 3 117"]);
  });

  test("the row account has every line of the lists, and the issues say what to mend", async () => {
    await sendFilled();
    await run(workspace);
    const accounts = `select input_file, records_in, accepted, quarantined from row_account
      where kind = 'worklist_entry' order by input_file`;
    // A line without anything on it is no record of a workbook.
    expect(await cleanLines(workspace, accounts)).toEqual(communes.map((code) => `danh-sach/${code}.xlsx 10 9 1`));
    const issues = await readFile(workspace.path("private", workspace.id, "issues.csv"), "utf8");
    expect(issues.match(/danh-sach.*,matched_on,VALUE\.MISSING/g)).toHaveLength(3);
    expect(issues.match(/danh-sach.*,corrected_id_number,ID\.FORMAT/g)).toHaveLength(3);
  });

  test("corrections keep what was recorded, what is right, who, when and why", async () => {
    await sendFilled();
    await run(workspace);
    const all = "select column_name, count(*) from correction group by all order by all";
    expect(await cleanLines(workspace, all)).toEqual(["birth_date 3", "id_number 24"]);
    const one = `select original_value, corrected_value, corrected_by, corrected_on::varchar, reason, input_file
      from correction where corrected_value = '${numberOf(1, 14)}'`;
    expect(await cleanLines(workspace, one)).toEqual([
      `${numberOf(1, 14).slice(0, 7)} ${numberOf(1, 14)} Tổ công tác thôn 1 2022-04-13 theo thẻ căn cước danh-sach/25198.xlsx`,
    ]);
    const person = (place: number) =>
      cleanLines(workspace, `select id_digits, birth_date from person where full_name = '${nameOf(1, place)}'`);
    expect(await person(14)).toEqual([`${numberOf(1, 14)} 06/04/1994`]);
    expect(await person(15)).toEqual([`${numberOf(1, 15)} 07/05/1995`]);
    expect(await person(19)).toEqual([`${numberOf(1, 19).slice(0, 4)}55${numberOf(1, 19).slice(6)} 02/04/1999`]);
  });

  test("the same list again, under its own and another name, changes nothing", async () => {
    await sendFilled();
    await run(workspace);
    const tables = ["subject", "correction", "person"].map((name) => `from ${name} order by all`);
    const before = await Promise.all(tables.map((select) => cleanLines(workspace, select)));
    await run(workspace);
    expect(await Promise.all(tables.map((select) => cleanLines(workspace, select)))).toEqual(before);
    const raw = workspace.path("private", workspace.id, "raw", "danh-sach");
    await copyFile(join(raw, "25195.xlsx"), join(raw, "25195 (1).xlsx"));
    const { rows } = await run(workspace);
    expect(rows.accepted).toBe(60 + 27);
    expect(await cleanLines(workspace, states)).toEqual(truth);
    expect(await cleanLines(workspace, "select count(*) from cleaning_step")).toEqual(["117"]);
  });

  test("taking the lists out again gives back the state before them", async () => {
    const tables = ["subject", "correction", "person"].map((name) => `from ${name} order by all`);
    await run(workspace);
    const before = await Promise.all(tables.map((select) => cleanLines(workspace, select)));
    await sendFilled();
    await run(workspace);
    expect(await cleanLines(workspace, "select count(*) from correction")).toEqual(["27"]);
    await rm(workspace.path("private", workspace.id, "raw", "danh-sach"), { recursive: true });
    await run(workspace);
    expect(await Promise.all(tables.map((select) => cleanLines(workspace, select)))).toEqual(before);
  });

  test("a next list has who is mismatched and who is still to be listed, as corrected, and no one else", async () => {
    await sendFilled();
    await run(workspace);
    said.length = 0;
    expect(await worklistCommand({ data: workspace.data, unit: "25198" })).toBe(0);
    const folder = workspace.path("private", workspace.id, "worklists", AS_OF);
    const list = await FilledList.open(await readFile(join(folder, "25198-phuong-tan-dong.xlsx")));
    const rows = list
      .rows()
      .map((row) =>
        ["Họ và tên đang ghi", "Số định danh đang ghi", "Nội dung cần xác minh"].map(
          (title) => list.cell(row, title).value,
        ),
      );
    expect(rows).toEqual([
      [nameOf(1, 16), numberOf(1, 16), "Xác thực lại chưa đúng. Số định danh sai định dạng; kiểm tra thêm: họ tên"],
      [
        nameOf(1, 17),
        `${numberOf(1, 17).slice(0, 4)}55${numberOf(1, 17).slice(6)}`,
        "Thông tin chưa đúng: số định danh",
      ],
    ]);
  });
});
