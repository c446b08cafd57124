import { copyFile, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { worklistCommand } from "../../src/commands/worklist-command.ts";
import type { RowTotals } from "../../src/run.ts";
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

// What most tests look at: the report with its lists, before and after they were filled in and read back.
let workspace: Workspace;
let before: string[][];
let rows: RowTotals;
const copies: Workspace[] = [];
beforeAll(async () => {
  workspace = await workspaceOfPeople();
  await run(workspace, LISTED);
  await worklist({ listDate: LISTED });
  await run(workspace);
  before = await tablesOf(workspace);
  await sendFilled();
  ({ rows } = await run(workspace));
});
afterAll(async () => {
  for (const one of [workspace, ...copies]) await one.remove();
});

/** Lists for the report's province, or one of its communes, without a word. */
async function worklist(options: { listDate?: string; unit?: string }, from = workspace): Promise<number> {
  const quiet = (["log", "error"] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => undefined));
  try {
    return await worklistCommand({ data: from.data, unit: "70", ...options });
  } finally {
    for (const one of quiet) one.mockRestore();
  }
}

/** A copy of the report with filled lists, for a test that changes something. */
async function copied(): Promise<Workspace> {
  const copy = await workspace.copy();
  copies.push(copy);
  return copy;
}

const tablesOf = (from: Workspace) =>
  Promise.all(["subject", "correction", "person"].map((name) => cleanLines(from, `from ${name} order by all`)));

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
    const accounts = `select input_file, records_in, accepted, quarantined from row_account
      where kind = 'worklist_entry' order by input_file`;
    // A line without anything on it is no record of a workbook.
    expect(await cleanLines(workspace, accounts)).toEqual(communes.map((code) => `danh-sach/${code}.xlsx 10 9 1`));
    const issues = await readFile(workspace.path("private", workspace.id, "issues.csv"), "utf8");
    expect(issues.match(/danh-sach.*,matched_on,VALUE\.MISSING/g)).toHaveLength(3);
    expect(issues.match(/danh-sach.*,corrected_id_number,ID\.FORMAT/g)).toHaveLength(3);
  });

  test("corrections keep what was recorded, what is right, who, when and why", async () => {
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
    const again = await copied();
    const read = await tablesOf(workspace);
    await run(again);
    expect(await tablesOf(again)).toEqual(read);
    const raw = again.path("private", again.id, "raw", "danh-sach");
    await copyFile(join(raw, "25195.xlsx"), join(raw, "25195 (1).xlsx"));
    expect((await run(again)).rows.accepted).toBe(60 + 27);
    expect(await cleanLines(again, states)).toEqual(truth);
    expect(await cleanLines(again, "select count(*) from cleaning_step")).toEqual(["117"]);
  });

  test("taking the lists out again gives back the state before them", async () => {
    const without = await copied();
    expect(await cleanLines(without, "select count(*) from correction")).toEqual(["27"]);
    await rm(without.path("private", without.id, "raw", "danh-sach"), { recursive: true });
    await run(without);
    expect(await cleanLines(without, states)).toEqual(["to_list false 30"]);
    expect(await tablesOf(without)).toEqual(before);
  });

  test("a next list has who is mismatched and who is still to be listed, as corrected, and no one else", async () => {
    const next = await copied();
    expect(await worklist({ unit: "25198" }, next)).toBe(0);
    const folder = next.path("private", next.id, "worklists", AS_OF);
    const list = await FilledList.open(await readFile(join(folder, "25198-phuong-tan-dong.xlsx")));
    const people = list
      .rows()
      .map((row) =>
        ["Họ và tên đang ghi", "Số định danh đang ghi", "Nội dung cần xác minh"].map(
          (title) => list.cell(row, title).value,
        ),
      );
    expect(people).toEqual([
      [nameOf(1, 16), numberOf(1, 16), "Xác thực lại chưa đúng. Số định danh sai định dạng; kiểm tra thêm: họ tên"],
      [
        nameOf(1, 17),
        `${numberOf(1, 17).slice(0, 4)}55${numberOf(1, 17).slice(6)}`,
        "Thông tin chưa đúng: số định danh",
      ],
    ]);
  });
});
