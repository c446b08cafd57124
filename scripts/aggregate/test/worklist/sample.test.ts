import { readFile } from "node:fs/promises";
import { generateSample } from "@tiendo/sample";
import { type PublishedTable, publishedTables } from "@tiendo/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { peopleReport } from "../../src/worklist/people-report.ts";
import { writeWorklists } from "../../src/worklist/write-worklists.ts";
import { profileFaults } from "../standards/data-package-v2.ts";
import type { Workspace } from "../workspace.ts";
import { AS_OF, cleanLines, FilledList, run, sendPrivately, syntheticWorkspace } from "./given.ts";

const LATER = "2022-05-10";
const PEOPLE = 600;
let workspace: Workspace;
let numbers: Map<string, string>;
beforeAll(async () => {
  workspace = await syntheticWorkspace();
  const { truth } = await generateSample({
    people: PEOPLE,
    data: workspace.data,
    report: workspace.id,
    asOf: AS_OF,
    only: ["persons", "doses", "events", "returns", "truth"],
    memory: "1GB",
  });
  numbers = await trueNumbers(truth);
  await run(workspace, LATER);
}, 300_000);
afterAll(() => workspace.remove());

/** The number that each record's person really has, by the record's key. */
async function trueNumbers(truth: string): Promise<Map<string, string>> {
  const db = await Database.open();
  const rows = await db.all<{ record_key: string; id_12: string }>(`
    select distinct record_key, id_12 from read_parquet('${truth}/record.parquet')
    join read_parquet('${truth}/person.parquet') using (true_person)
    where record_key is not null and id_12 is not null`);
  db.close();
  return new Map(rows.map(({ record_key, id_12 }) => [record_key, id_12]));
}

const verified = {
  "Ngày rà soát": "02/05/2022",
  "Ngày đối chiếu": "04/05/2022",
  "Kết quả đối chiếu": "đúng",
  "Ngày bàn giao": "05/05/2022",
  "Ngày cập nhật": "06/05/2022",
  "Ngày xác thực lại": "07/05/2022",
  "Kết quả xác thực lại": "đúng",
};

test("every public table is published; those made from people have rows, and each unit in them is named", async () => {
  const all: Array<[string, PublishedTable]> = Object.entries(publishedTables);
  const tables = all.filter(([, { fromFolders = false }]) => !fromFolders);
  const named = new Set(
    (await workspace.published<{ unit_code: string }>("unit", LATER)).map((unit) => unit.unit_code),
  );
  for (const [name, { fromPeople = false }] of tables) {
    const rows = await workspace.published<{ unit_code?: string }>(name, LATER);
    if (!fromPeople) continue;
    expect([name, rows.length > 0]).toEqual([name, true]);
    expect([name, rows.filter(({ unit_code }) => !named.has(unit_code ?? ""))]).toEqual([name, []]);
  }
});

test("with every table, the data package still fits the profile of Data Package v2", async () => {
  const folder = workspace.path("published", workspace.id, LATER);
  expect(profileFaults(JSON.parse(await readFile(`${folder}/datapackage.json`, "utf8")))).toEqual([]);
});

test("everybody on the lists of three communes is cleaned once the lists come back, under the true number", async () => {
  const most = `select unit_code from subject where state in ('to_list', 'mismatched')
    group by all order by count(*) desc, unit_code limit 3`;
  const communes = await cleanLines(workspace, most);
  const others = `select record_key, state from subject where unit_code not in (${communes.map((code) => `'${code}'`)}) order by all`;
  const before = await cleanLines(workspace, others);
  const due = `select count(*) from subject where state in ('to_list', 'mismatched') and unit_code in (${communes.map((code) => `'${code}'`)})`;
  const [count] = await cleanLines(workspace, due);

  const { lists } = await writeWorklists(await peopleReport(workspace.data, undefined), {
    data: workspace.data,
    unit: "70",
    communes,
    states: ["to_list", "mismatched"],
    listDate: "2022-05-01",
    out: undefined,
    password: null,
    force: false,
    progress: () => undefined,
  });
  const listed: string[] = [];
  for (const { path, commune } of lists) {
    const list = await FilledList.open(await readFile(path));
    for (const row of list.rows()) {
      const number = numbers.get(String(list.cell(row, "Mã hồ sơ").value)) ?? "";
      listed.push(number);
      for (const [title, text] of Object.entries({ ...verified, "Số định danh đúng": number }))
        list.cell(row, title).value = text;
    }
    await sendPrivately(workspace, `${LATER}/${commune.code}.xlsx`, await list.bytes());
  }
  expect(Number(count)).toBeGreaterThan(5);
  expect(listed).toHaveLength(Number(count));
  expect(listed).not.toContain("");

  const { rows } = await run(workspace, LATER);
  expect(rows.quarantined).toBeLessThan(5);
  expect(await cleanLines(workspace, due)).toEqual(["0"]);
  const cleaned = new Set(
    await cleanLines(workspace, "select id_digits from subject join person using (person_id) where cleaned"),
  );
  expect(listed.filter((number) => !cleaned.has(number))).toEqual([]);
  expect(await cleanLines(workspace, others)).toEqual(before);
}, 300_000);
