import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Database } from "../src/db.ts";
import { Desk } from "../src/desk/desk.ts";
import { tablesIn } from "../src/desk/desk-folder.ts";
import { foldersOf } from "../src/report/folders.ts";

let db: Database;
let folders: ReturnType<typeof foldersOf>;

/** A private folder with what an earlier run left, and a run of two tables and one issue. */
beforeEach(async () => {
  folders = foldersOf(await mkdtemp(join(tmpdir(), "tiendo-desk-")), "report");
  await mkdir(join(folders.private, "models"), { recursive: true });
  await writeFile(join(folders.private, "models", "gone.parquet"), "of the run before");
  await writeFile(join(folders.private, "issues.csv"), "of the run before");
  db = await Database.open();
  await db.run("create table person as select 1 as person_id");
  await db.run("create table coverage as select '70' as unit_code");
  await db.run(
    "create view issue_list as select 'a.csv' as input_file, 2 as record, 'ID.MISSING' as code, 'id' as column_name",
  );
});
afterEach(() => db.close());

const own = (...names: string[]) => join(folders.private, ...names);
const begin = () => Desk.begin({ db, folders }, { clean: ["person"], models: ["coverage"] });
const namesOf = async (folder: string) => (await tablesIn(own(folder))).map(([name]) => name);

test("what the run before left stands until the release does, and is then replaced whole", async () => {
  const desk = begin();
  // While it is written the run asks the database for other things.
  for (let asked = 0; asked < 20; asked += 1) await db.run("create or replace table hidden as from range(1000)");
  expect(await namesOf("models")).toEqual(["gone"]);
  await desk.place();
  await desk.close();
  expect([await namesOf("clean"), await namesOf("models")]).toEqual([["person"], ["coverage"]]);
  expect(await readFile(own("issues.csv"), "utf8")).toBe("input_file,record,code,column_name\na.csv,2,ID.MISSING,id\n");
  expect((await stat(own("issues.csv"))).mode & 0o077).toBe(0);
  expect(existsSync(own("desk.partial"))).toBe(false);
});

test("a run that is refused leaves the desk of the run before, and nothing beside it", async () => {
  await begin().close();
  expect((await readdir(folders.private)).sort()).toEqual(["issues.csv", "models"]);
  expect([await namesOf("models"), await readFile(own("issues.csv"), "utf8")]).toEqual([["gone"], "of the run before"]);
});

test("a table that cannot be written is told when the desk is to take its place, and the one before stands", async () => {
  await db.run("drop table person");
  const desk = begin();
  await expect(desk.place()).rejects.toThrow("person");
  await desk.close();
  expect(await namesOf("models")).toEqual(["gone"]);
});
