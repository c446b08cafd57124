import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ownFile, ownFiles, removeOwnFiles, sortOwnFiles } from "../src/own-files.ts";
import { temporaryFolder } from "./given.ts";

async function written(folder: string, ...names: string[]): Promise<void> {
  for (const name of names) writeFileSync(await ownFile(folder, name), "mô phỏng");
}

test("what was listed is removed, with the folders that are empty then; what somebody put there stays", async () => {
  const folder = temporaryFolder();
  await written(folder, "2022-04-19/dose_70.csv", "2022-04-26/dose_70.csv", "person_70.csv");
  writeFileSync(join(folder, "2022-04-26", "danh_sach_tinh.csv"), "của tỉnh");
  await removeOwnFiles(folder);
  expect(readdirSync(folder).sort()).toEqual([".sample.files", "2022-04-26"]);
  expect(readdirSync(join(folder, "2022-04-26"))).toEqual(["danh_sach_tinh.csv"]);
  expect(ownFiles(folder)).toEqual([]);
});

test("a file is listed before it is written, so that a run broken off leaves nothing unlisted", async () => {
  const folder = temporaryFolder();
  await ownFile(folder, "b.csv");
  await ownFile(folder, "a.csv");
  expect(ownFiles(folder)).toEqual(["a.csv", "b.csv"]);
  await sortOwnFiles(folder);
  expect(readFileSync(join(folder, ".sample.files"), "utf8")).toBe("a.csv\nb.csv\n");
});

test("a file of somebody that has the name of one to be written is not written over", async () => {
  const folder = temporaryFolder();
  await written(folder, "person_70_1.csv");
  writeFileSync(join(folder, "person_70.csv"), "của tỉnh");
  await expect(ownFile(folder, "person_70.csv")).rejects.toThrow(/person_70[.]csv.*expected it under another name/);
  expect(await ownFile(folder, "person_70_1.csv")).toBe(join(folder, "person_70_1.csv"));
});

test("a list that names a file outside its folder is not followed there", async () => {
  const data = temporaryFolder();
  mkdirSync(join(data, "raw"));
  writeFileSync(join(data, "own.csv"), "của tỉnh");
  writeFileSync(join(data, "raw", ".sample.files"), "../own.csv\n");
  await removeOwnFiles(join(data, "raw"));
  expect(readFileSync(join(data, "own.csv"), "utf8")).toBe("của tỉnh");
});
