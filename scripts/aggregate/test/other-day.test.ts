import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { checkFiles } from "../src/check/check-files.ts";
import { fileReports } from "../src/check/file-report.ts";
import { dose, doseColumns } from "./corpus/people.ts";
import { csv, rowsOf } from "./corpus/table.ts";

const root = mkdtempSync(join(tmpdir(), "tiendo-other-day-"));
afterAll(() => rm(root, { recursive: true, force: true }));
const reference = fileURLToPath(new URL("../../../data/reference", import.meta.url));

/** What is found in a file as of a day, and whether it had been read before. */
async function asOf(day: string, path: string) {
  const rules = { asOf: day, edition: "2022" as const, synthetic: false, kind: null };
  const places = { reference, store: join(root, "store"), memoryLimit: "1GB" };
  const { db, files } = await checkFiles([path], rules, places, () => undefined);
  try {
    const codes = (await fileReports(db)).flatMap(({ issues }) => issues.map(({ code }) => code));
    return { codes: codes.filter((code) => code === "DATE.AFTER_REPORT"), earlier: files.map((file) => file.earlier) };
  } finally {
    db.close();
  }
}

test("a file is read once and judged by the day of each report", async () => {
  const path = join(root, "mui-tiem.csv");
  writeFileSync(path, csv(rowsOf(doseColumns, [dose({ dose_date: "20/04/2022" })])));
  expect(await asOf("2022-04-19", path)).toEqual({ codes: ["DATE.AFTER_REPORT"], earlier: [false] });
  expect(await asOf("2022-04-20", path)).toEqual({ codes: [], earlier: [true] });
  expect(await asOf("2022-04-19", path)).toEqual({ codes: ["DATE.AFTER_REPORT"], earlier: [true] });
});
