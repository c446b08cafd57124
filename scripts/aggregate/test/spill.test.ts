import { existsSync, mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Database } from "../src/db.ts";

// Some 160 MB of texts that no compression makes small.
const LARGE = "select md5(range::varchar) || sha256(range::varchar) as text from range(1600000)";

test("what does not fit in memory goes to a folder of which nothing was there, and is gone with the database", async () => {
  const above = join(mkdtempSync(join(tmpdir(), "spill-")), "spill");
  const spill = join(above, "2022-04-26");
  const db = await Database.open({ memoryLimit: "100MB", spill, threads: 1 });
  try {
    await db.run(`create table large as ${LARGE}`);
    expect(readdirSync(spill).some((name) => name.startsWith("duckdb_temp_"))).toBe(true);
    // Temporary files may hold rows of people.
    expect(statSync(above).mode & 0o077).toBe(0);
    expect(await db.all("select count(distinct text)::double as texts from large")).toEqual([{ texts: 1_600_000 }]);
  } finally {
    db.close();
  }
  expect(existsSync(spill)).toBe(false);
});
