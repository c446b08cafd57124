import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { literal } from "@tiendo/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../../src/db.ts";

const cli = fileURLToPath(new URL("../../bin/tiendo.js", import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tiendo-audit-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A folder with people due in a province, its district of Phước Long and communes of it; null is hidden. */
async function publish(...communes: Array<number | null>): Promise<void> {
  const db = await Database.open();
  const row = (unit: string, persons: number | null) =>
    `('${unit}', 'all', 'booster_1', ${persons}, ${persons === null ? "'c'" : "null"})`;
  const codes = ["25216", "25217", "25219"];
  await db.run(`create table due as from (values
    ${[row("70", 105), row("688", 105), ...communes.map((persons, at) => row(codes[at] ?? "", persons))].join(", ")}
  ) as due (unit_code, scope, dose_kind, persons, persons_status)`);
  await db.run(`copy due to ${literal(join(folder, "dose_due.parquet"))} (format parquet)`);
  db.close();
  const report = { id: "x", as_of: "2022-04-26", edition: "2022", root_unit: "70", suppress_below: 10 };
  await writeFile(join(folder, "datapackage.json"), JSON.stringify({ tiendo: { report } }));
}

const audit = (path = folder) => spawnSync(process.execPath, [cli, "audit", path], { encoding: "utf8" });

test("a hidden count that a sum gives back is named with what it must be", async () => {
  await publish(null, 40, 60);
  expect(audit()).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("dose_due 25216 all booster_1 persons: 5–5"),
  });
});

test("a folder that keeps its hidden counts passes", async () => {
  await publish(null, null, 60);
  expect(audit()).toMatchObject({ status: 0, stdout: expect.stringContaining("5 số đếm, 2 bị ẩn") });
});

test("a folder that is no release is refused", () => {
  expect(audit(tmpdir())).toMatchObject({ status: 2, stderr: expect.stringContaining("datapackage.json") });
});
