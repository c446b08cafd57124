import { readdirSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { generateSample } from "@tiendo/sample";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cleanTables } from "../src/clean/clean-tables.ts";
import { Database } from "../src/db.ts";
import { deskViews } from "../src/desk/desk-views.ts";
import { aggregate } from "../src/main.ts";
import { foldersOf } from "../src/report/folders.ts";
import { AS_OF, syntheticWorkspace } from "./worklist/given.ts";
import { bytesOf, type Workspace } from "./workspace.ts";

let workspace: Workspace;
let db: Database;
beforeAll(async () => {
  [workspace, db] = [await syntheticWorkspace(), await Database.open()];
  const { data, id: report } = workspace;
  await generateSample({
    people: 8_000,
    data,
    report,
    asOf: AS_OF,
    format: "parquet",
    only: ["persons", "doses", "events"],
  });
  await ran();
});
afterAll(async () => {
  db.close();
  await workspace.remove();
});

const privately = (...names: string[]) => workspace.path("private", workspace.id, ...names);
const AS_BEFORE = "người và mũi tiêm: như lần chạy trước | people and doses: as in the run before";

/** Runs the report; gives whether people are as before, what is published, and the rows of each table as a hash. */
async function ran(partitions?: number) {
  const said: string[] = [];
  await aggregate(workspace.id, { data: workspace.data, asOf: AS_OF, partitions, say: (line) => said.push(line) });
  const models = ["course_count", "coverage"].map((name) => join("models", name));
  const tables = [...cleanTables.map((name) => join("clean", name)), ...models, "issues"].map(
    (name) => `${name}.parquet`,
  );
  const hashes = tables.map(
    (name) => `select '${name}' as name, sum(hash(t)::hugeint)::varchar as hash from '${privately(name)}' as t`,
  );
  const found = await db.all<{ name: string; hash: string }>(hashes.join(" union all "));
  const published = await bytesOf(workspace.path("published", workspace.id, AS_OF));
  return {
    asBefore: said.includes(AS_BEFORE),
    published,
    found: Object.fromEntries(found.map(({ name, hash }) => [name, hash])),
  };
}

/** The same with nothing kept. */
async function ranAnew() {
  await rm(privately("store"), { recursive: true });
  return ran();
}

/** Takes the last row away from the first file of a kind. */
async function shorten(kind: string): Promise<void> {
  const path = privately(
    "raw",
    readdirSync(privately("raw"))
      .filter((name) => name.startsWith(kind))
      .sort()[0] ?? "",
  );
  await db.run(`copy (from '${path}' limit (select count(*) - 1 from '${path}')) to '${path}.less' (format parquet)`);
  await rename(`${path}.less`, path);
}

/** The one folder of the store whose name begins so. */
const kept = (beginning: string) => {
  const [name, ...others] = readdirSync(privately("store")).filter((one) => one.startsWith(beginning));
  expect(others).toEqual([]);
  return privately("store", name ?? "nothing is kept");
};

test("where events alone changed people are as before, and all that is found and published is what a run anew finds", async () => {
  await shorten("event");
  const again = await ran();
  expect(again.asBefore).toBe(true);
  const { asBefore, ...anew } = await ranAnew();
  expect(asBefore).toBe(false);
  expect(again).toMatchObject(anew);
  for (const name of ["clean/person", "clean/subject", "models/course_count", "issues"].map((one) => `${one}.parquet`))
    expect(anew.found[name], name).not.toBeNull();
});

test("an analyst asks for changes of state, which are read off the events", async () => {
  const folders = foldersOf(workspace.data, workspace.id);
  const desk = await Database.open();
  for (const { sql } of await deskViews(folders, workspace.id, AS_OF)) await desk.run(sql);
  const [asked] =
    await desk.all(`select count(*)::integer as changes, count(*) filter (state = 'verified')::integer as verified
    from state_change semi join subject using (person_id)`);
  const [told] = await desk.all(`select count(*) filter (outcome = 'applied' or result <> 'right')::integer as changes,
    count(*) filter (outcome = 'applied' and step = 'rematched' and result = 'right')::integer as verified
    from cleaning_step semi join subject using (person_id) where outcome in ('applied', 'central')`);
  desk.close();
  expect(asked).toEqual(told);
  expect(asked).toMatchObject({ verified: expect.toSatisfy((count: number) => count > 100) });
});

test("what was found of people among each other is read again, until a file of people changes", async () => {
  const [people, findings] = [kept("cleaned-"), kept("across-")];
  const path = join(findings, "across_issue.parquet");
  const given = "select count(*)::integer as found from read_parquet($) where code = 'DUPLICATE.DOSE'";
  const twice = async (file: string) => (await db.all<{ found: number }>(given.replace("$", `'${file}'`)))[0]?.found;
  expect(await twice(path)).toBeGreaterThan(0);
  await db.run(`copy (from '${path}' limit 0) to '${path}.none' (format parquet)`);
  await rename(`${path}.none`, path);
  // People who do not fit in memory at once are told apart anew.
  expect((await ran(2)).asBefore).toBe(false);
  expect(await twice(privately("issues.parquet"))).toBe(0);
  await shorten("person");
  expect((await ran()).asBefore).toBe(false);
  expect([kept("cleaned-"), kept("across-")]).not.toEqual([people, findings]);
  expect(await twice(privately("issues.parquet"))).toBeGreaterThan(0);
});
