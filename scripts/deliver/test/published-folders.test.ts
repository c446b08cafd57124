import { cpSync, renameSync } from "node:fs";
import { join } from "node:path";
import { replacedName } from "@tiendo/schema";
import { expect, test } from "vitest";
import { publishedFolders } from "../src/input/published-folders.ts";
import { givenFolders, publishedFolder } from "./site.ts";

const given = givenFolders();
const old = replacedName("2022-04-26");

test("a run killed between two renames leaves the folder before, which stands for its day; beside the new one it does not", async () => {
  const one = publishedFolder(given.folder, "a\n1\n");
  const root = join(given.folder, "published");
  const before = join(root, "mau", old);
  renameSync(one.folder, before);
  expect(await publishedFolders(root)).toEqual([{ ...one, folder: before }]);
  cpSync(before, one.folder, { recursive: true });
  cpSync(before, join(root, "mau", ".2022-04-26.partial"), { recursive: true });
  expect(await publishedFolders(root)).toEqual([one]);
});
