import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Database } from "../src/db.ts";
import { writeTables } from "../src/publish/tables.ts";

let db: Database;
beforeEach(async () => {
  db = await Database.open();
  await db.run("set threads = 3");
});
afterEach(() => db.close());

const threads = async () => (await db.all("select current_setting('threads')::integer as threads"))[0];

test("what comes after the public tables are written has every thread again, also where writing fails", async () => {
  const run = { db, report: {} as Parameters<typeof writeTables>[0]["report"] };
  await writeTables(run, [], tmpdir());
  expect(await threads()).toEqual({ threads: 3 });
  await expect(writeTables(run, ["revision"], join(tmpdir(), "nowhere"))).rejects.toThrow("published_revision");
  expect(await threads()).toEqual({ threads: 3 });
});
