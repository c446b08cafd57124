import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DataPackage } from "@tiendo/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inputHash } from "../src/input-hash.ts";
import { foldersOf } from "../src/report/folders.ts";
import { earlierFolder, earlierRelease, earlierTable } from "../src/revise/earlier-release.ts";
import { figureFile, figureRow } from "./figure-rows.ts";
import { bytesOf, Workspace } from "./workspace.ts";

const [FIRST, SECOND] = ["2022-04-12", "2022-04-19"];
const header =
  "Mã đơn vị,Ấn bản danh mục đơn vị,Số liệu tính đến ngày,Số đối tượng phải làm sạch,Số đối tượng đã làm sạch,Tỷ lệ báo cáo (%)";
const returns = (...rows: string[]) => `${[header, ...rows].join("\n")}\n`;

interface Row {
  table_name: string;
  unit_code: string;
  day: string;
  item: string;
  column_name: string;
  before: number;
  after: number;
  reason: string;
}

let workspace: Workspace;
const foldersNow = () => foldersOf(workspace.data, workspace.id);
const packageOf = async (day: string) =>
  DataPackage.parse(
    JSON.parse(await readFile(workspace.path("published", workspace.id, day, "datapackage.json"), "utf8")),
  );
const told = async () =>
  (await workspace.published<Row>("revision", SECOND)).map((row) =>
    [row.table_name, row.unit_code, row.day, row.item, row.column_name, row.before, row.after, row.reason].join(" "),
  );

/** Two of the eleven districts of Bình Phước report in time; later a third comes, and two say otherwise what they said. */
beforeAll(async () => {
  workspace = await (await Workspace.create()).empty();
  const definition = workspace.path("reports", workspace.id, "report.json");
  const report = JSON.parse(await readFile(definition, "utf8"));
  await writeFile(definition, JSON.stringify({ ...report, root_unit: "70" }));
  const figure = { as_of: "2022-04-05" };
  await workspace.send(
    `${FIRST}/tra.csv`,
    returns("688,2022,2022-04-01,1000,400,40", "689,2022,2022-04-01,500,5,1", "70,2022,2022-04-11,9000,100,"),
  );
  await workspace.send(`${FIRST}/so.csv`, figureFile(figureRow({ ...figure, done: "212000" })));
  await workspace.run(FIRST);
  await workspace.send(
    `${SECOND}/tra.csv`,
    returns("690,2022,2022-04-01,800,200,25", "688,2022,2022-04-01,1000,420,42", "689,2022,2022-04-01,500,50,10"),
  );
  await workspace.send(`${SECOND}/sau.csv`, returns("691,2022,2022-04-15,800,200,25"));
  await workspace.send(`${SECOND}/sau-2.csv`, returns("691,2022,2022-04-15,800,250,31"));
  await workspace.send(`${SECOND}/so.csv`, figureFile(figureRow({ ...figure, done: "240000" })));
  await workspace.run(SECOND);
}, 120_000);
afterAll(() => workspace.remove());

test("lists what a late return and corrections changed of past days; what was hidden, or is new, is not listed", async () => {
  expect(await told()).toEqual([
    "figure 70 2022-04-05 2022-04-05.70.lam_sach.doi_tuong computed_pct 50 56.6 correction",
    "figure 70 2022-04-05 2022-04-05.70.lam_sach.doi_tuong done 212000 240000 correction",
    "reconciliation 688 2022-04-01 2022-04-01.688.progress_return · pct · own_numbers · lam_sach.doi_tuong reported 40 42 correction",
    "restatement 688 2022-04-01 progress_return · subjects_cleaned · 2 value 400 420 correction",
    "return_completeness 70 2022-04-01  completeness_pct 18.2 27.3 late_input",
    "return_completeness 70 2022-04-01  missing 9 8 late_input",
    "return_completeness 70 2022-04-01  received 2 3 late_input",
    "return_completeness 70 2022-04-01  undated 2 3 late_input",
  ]);
});

test("the first release lists nothing; the next names what it was compared with and how much changed", async () => {
  expect(await workspace.published("revision", FIRST)).toEqual([]);
  const [first, second] = [await packageOf(FIRST), await packageOf(SECOND)];
  expect(first.tiendo.earlier).toBeNull();
  const sums = (await bytesOf(workspace.path("published", workspace.id, FIRST))).SHA256SUMS;
  expect(second.tiendo.earlier).toEqual({
    as_of: FIRST,
    sha256: sums,
    rules_version: first.tiendo.rules_version,
    revised: 8,
  });
});

test("a day made again is not compared with itself, nor with a later one", async () => {
  const dayBefore = async (day: string) => (await earlierFolder(foldersNow().published, day))?.as_of;
  expect(await Promise.all([FIRST, SECOND, "2022-04-20"].map(dayBefore))).toEqual([undefined, FIRST, SECOND]);
});

test("a change of the release before asks for another run of the later day, and of no other", async () => {
  const hashes = () => Promise.all([FIRST, SECOND].map((day) => inputHash(foldersNow(), day)));
  const before = await hashes();
  const sums = workspace.path("published", workspace.id, FIRST, "SHA256SUMS");
  const kept = await readFile(sums);
  await appendFile(sums, "\n");
  const after = await hashes();
  await writeFile(sums, kept);
  expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
});

test("a release before whose tables were changed since is not compared with", async () => {
  const folder = workspace.path("published", workspace.id, FIRST);
  const compared = async () => {
    const earlier = await earlierRelease(foldersNow().published, SECOND);
    return earlier === null ? null : earlierTable(earlier, "figure");
  };
  expect(await compared()).toBe(join(folder, "figure.parquet"));
  await appendFile(join(folder, "figure.parquet"), " ");
  await expect(compared()).rejects.toThrow("figure.parquet: đã bị đổi");
  await rm(join(folder, "figure.parquet"));
  await expect(compared()).rejects.toThrow("figure.parquet: thiếu");
});
