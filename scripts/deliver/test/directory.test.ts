import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directoryTarget } from "../src/target/directory.ts";
import { deliverySuite } from "./delivery-suite.ts";
import { givenFolders } from "./site.ts";

const given = givenFolders();
deliverySuite("a folder", given, () => directoryTarget(given.target));

test("a folder that is not there is refused: a disk that is not mounted must not be filled unseen", async () => {
  await expect(directoryTarget(join(given.folder, "khong-co"))).rejects.toThrow(/there is no such folder/);
});

test("a link is switched in one step, and removing it leaves what it points to", async () => {
  const target = await directoryTarget(given.target);
  mkdirSync(join(given.target, "a"));
  symlinkSync("a", join(given.target, "current"));
  await target.pointLink("current", "b");
  expect(await target.readLink("current")).toBe("b");
  await target.remove("current");
  expect((await target.list("")).map(({ name }) => name)).toEqual(["a"]);
});
