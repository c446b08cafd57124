import { readdir } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { Workspace } from "../workspace.ts";

let workspace: Workspace;
afterEach(() => workspace.remove());

const tables = [
  "indicator_progress",
  "reconciliation",
  "restatement",
  "return_completeness",
  "return_issue_count",
  "signals",
];
const header =
  "Mã đơn vị,Ấn bản danh mục đơn vị,Số liệu tính đến ngày,Số đối tượng phải làm sạch,Số đối tượng đã làm sạch,Tỷ lệ báo cáo (%)";

async function publishedOfReturns(): Promise<string[]> {
  const { folder } = await workspace.run();
  const names = (await readdir(folder)).filter((name) => name.endsWith(".csv")).map((name) => name.replace(".csv", ""));
  return names.filter((name) => tables.includes(name)).sort();
}

test("a report of figures has no table made from returns", async () => {
  workspace = await Workspace.create();
  expect(await publishedOfReturns()).toEqual([]);
});

test("a report with one kind of return has them all, and the latest valid return counts", async () => {
  workspace = await Workspace.create();
  await workspace.send("2022-05-01/a.csv", `${header}\n70,2022,2022-04-26,424000,212000,50\n`);
  await workspace.send("2022-05-02/b.csv", `${header}\n70,2022,2022-04-26,424000,240000,50\n`);
  await workspace.send("2022-05-03/c.csv", `${header}\n70,2022,2022-04-26,424000,-1,50\n`);
  expect(await publishedOfReturns()).toEqual(tables);
  expect(await workspace.published("restatement")).toMatchObject([
    { unit_code: "70", item: "subjects_cleaned", version: 2, value_before: 212000, value: 240000, downward: "no" },
  ]);
  const claims = await workspace.published<{ source: string; unit_code: string }>("reconciliation");
  expect(claims.filter(({ source }) => source === "progress_return")).toMatchObject([
    { unit_code: "70", reported: 50, computed: 56.6, difference: 6.6, verdict: "differs" },
  ]);
});
