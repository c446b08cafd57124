import { expect, test } from "vitest";
import { replacedName, standingFolders } from "../src/standing-folders.ts";

test("a day stands for itself, and by the folder before where a run was killed between two renames", () => {
  const names = [".2022-04-26.partial", replacedName("2022-04-26"), "2022-04-19", replacedName("2022-04-19"), "notes"];
  expect([...standingFolders(names)]).toEqual([
    ["2022-04-19", "2022-04-19"],
    ["2022-04-26", ".2022-04-26.old"],
  ]);
});
