import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
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

/** A folder with subjects of a province, its district of Phước Long and communes of it, on a day; null is hidden. */
async function publishDay(day: string, district: number, communes: ReadonlyArray<number | null>): Promise<string> {
  const path = join(folder, day);
  await mkdir(path, { recursive: true });
  const db = await Database.open();
  const columns = ["persons", "subjects", "cleaned", "remaining", "class_a", "class_b", "class_c"];
  const states = ["to_list", "listed", "reviewed", "matched", "handed_back", "updated", "mismatched"];
  const row = (unit: string, subjects: number | null) => {
    const hidden = subjects === null ? "'c'" : "null::varchar";
    const counts = [...columns, ...states].map((name) =>
      name === "subjects"
        ? `${subjects}::bigint as subjects, ${hidden} as subjects_status`
        : `null::bigint as ${name}, 'x' as ${name}_status`,
    );
    return `select '${unit}' as unit_code, 'all' as scope, ${counts.join(", ")}`;
  };
  const codes = ["25216", "25217", "25219"];
  const rows = [row("70", district), row("688", district), ...communes.map((count, at) => row(codes[at] ?? "", count))];
  await db.run(
    `copy (${rows.join(" union all ")}) to ${literal(join(path, "cleaning_progress.parquet"))} (format parquet)`,
  );
  db.close();
  const report = { id: "x", as_of: day, edition: "2022", root_unit: "70", suppress_below: 10 };
  await writeFile(join(path, "datapackage.json"), JSON.stringify({ tiendo: { report } }));
  return path;
}

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

const audit = (...paths: string[]) =>
  spawnSync(process.execPath, [cli, "audit", ...(paths.length > 0 ? paths : [folder])], { encoding: "utf8" });

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

test("releases are tried together: what an earlier one told bounds what a later one hides", async () => {
  // Of 21 in two communes 12 were in the second a week ago, so that the first has 9 at most.
  const before = await publishDay("2022-04-19", 412, [0, 12, 400]);
  const after = await publishDay("2022-04-26", 421, [null, null, 400]);
  expect(audit(after)).toMatchObject({ status: 0 });
  expect(audit(after, before)).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/2022-04-19, 2022-04-26.*cleaning_progress 25216 all subjects: 0–9/s),
  });
});

test("releases that do not agree are each tried alone, and two of one day are refused", async () => {
  const before = await publishDay("2022-04-19", 412, [0, 12, 400]);
  // No count is told to have fallen, yet of 8 in two communes 12 were in the second.
  const after = await publishDay("2022-04-26", 412, [null, null, 404]);
  expect(audit(before, after)).toMatchObject({ status: 1, stdout: expect.stringContaining("each is tried alone") });
  expect(audit(before, before)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("not the releases of one report"),
  });
});

test("a folder that is no release is refused", () => {
  expect(audit(tmpdir())).toMatchObject({ status: 2, stderr: expect.stringContaining("datapackage.json") });
});
