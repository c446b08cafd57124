import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deskReport } from "../src/desk/desk-report.ts";

let data: string;
const said: string[] = [];
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "tiendo-"));
  said.length = 0;
  vi.spyOn(console, "error").mockImplementation((line: string) => said.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(data, { recursive: true });
});

async function report(id: string, hasPeople = false): Promise<void> {
  await mkdir(join(data, "reports", id), { recursive: true });
  if (!hasPeople) return;
  await mkdir(join(data, "private", id, "clean"), { recursive: true });
  await writeFile(join(data, "private", id, "clean", "subject.parquet"), "");
}

test("a question is about the report named, whether it is there or not", async () => {
  await report("a");
  expect(await deskReport(data, "b")).toBe("b");
});

test("where none is named it is about the only one, of which nothing is said", async () => {
  await report("a");
  expect(await deskReport(data, undefined)).toBe("a");
  expect(said).toEqual([]);
});

test("of several it is about the one with people, which is said beside the others' names", async () => {
  await report("a");
  await report("b", true);
  await report("c");
  expect(await deskReport(data, undefined)).toBe("b");
  expect(said).toEqual(["báo cáo | report: b (--report: a, c)"]);
});

test("of several with people, or with none, one has to be named; all are listed", async () => {
  await report("a");
  await report("b");
  await expect(deskReport(data, undefined)).rejects.toThrow("--report: a, b");
  await report("a", true);
  await report("b", true);
  await expect(deskReport(data, undefined)).rejects.toThrow("--report: a, b");
});

test("where there is no report that is said, with the folder", async () => {
  await expect(deskReport(data, undefined)).rejects.toThrow(`${data}/reports: không có báo cáo nào`);
});
