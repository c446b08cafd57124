import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replacedName } from "@tiendo/schema";
import { expect, test } from "vitest";
import { publishedFolders } from "../src/data/published-folder.ts";

test("days of a report, latest first; where a run was killed between two renames the folder before stands for its day", () => {
  const root = mkdtempSync(join(tmpdir(), "published-"));
  const [partial, old] = [".2022-04-26.partial", replacedName("2022-04-26")];
  for (const name of ["2022-04-19", old, replacedName("2022-04-19"), partial, "notes"])
    mkdirSync(join(root, "mau", name), { recursive: true });
  mkdirSync(join(root, "mau.tmp", "2022-04-26"), { recursive: true });
  expect(publishedFolders(root, join(root, "none")).map(({ as_of, path }) => [as_of, path])).toEqual([
    ["2022-04-26", join(root, "mau", old)],
    ["2022-04-19", join(root, "mau", "2022-04-19")],
  ]);
  rmSync(root, { recursive: true });
});
