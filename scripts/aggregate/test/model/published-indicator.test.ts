import { beforeAll, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

let db: Database;

beforeAll(async () => {
  db = await Database.open();
});

test("indicators are published in the order of their list", async () => {
  await db.run(`create or replace table indicator as from (values ('b', 2), ('c', 1), ('a', 3)) as t (indicator, position),
    (select 'x' as indicator_group, 'x' as kind, 'person' as measure_unit, 'x' as title_vi, 'x' as title_en, 'x' as description_vi,
      'x' as description_en, 'x' as source)`);
  expect(await lines(db, `select indicator from (${sqlFile("published_indicator").sql})`)).toEqual(["c", "b", "a"]);
});
