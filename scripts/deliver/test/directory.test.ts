import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { noteSeen, seenAt } from "../src/deliver/seen.ts";
import { directoryTarget } from "../src/target/directory.ts";
import { delivering } from "./delivering.ts";
import { deliverySuite } from "./delivery-suite.ts";
import { givenFolders, releaseFrom, siteFiles } from "./site.ts";

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

test("a strict umask of the deliverer does not close the site to the web server", async () => {
  const before = process.umask(0o077);
  try {
    await delivering(await directoryTarget(given.target), await releaseFrom(given.folder, siteFiles("Một")));
  } finally {
    process.umask(before);
  }
  const modes = ["current", "current/trang-0", "current/index.html"].map(
    (path) => statSync(join(given.target, path)).mode & 0o777,
  );
  expect(modes).toEqual([0o755, 0o755, 0o644]);
});

test("a delivery whose lock somebody else has taken meanwhile makes nothing public", async () => {
  const target = await directoryTarget(given.target);
  await delivering(target, await releaseFrom(given.folder, siteFiles("Một")));
  const current = await target.readLink("current");
  const robbed = new Proxy(target, {
    get: (object, name) => {
      const value = Reflect.get(object, name);
      if (typeof value !== "function") return value;
      return async (...options: string[]) => {
        if (name === "rename" && options[1]?.startsWith("releases/")) {
          const lock = JSON.parse(readFileSync(join(given.target, "lock.json"), "utf8"));
          writeFileSync(join(given.target, "lock.json"), JSON.stringify({ ...lock, owner: "ai@do", token: "khac" }));
        }
        return value.apply(object, options);
      };
    },
  });
  const second = delivering(robbed, await releaseFrom(given.folder, siteFiles("Hai")));
  await expect(second).rejects.toThrow(/the lock was taken by somebody else \(ai@do\)/);
  expect(await target.readLink("current")).toBe(current);
  expect(readdirSync(given.target)).toContain("lock.json");
});

test("what was written just before it was read back is read again: a second writing in the same second shows no other time", async () => {
  const target = await directoryTarget(given.target);
  mkdirSync(join(given.target, "manifests"));
  writeFileSync(join(given.target, "manifests/2022-04-26-0123456789ab.json"), "{}");
  const [old, fresh] = [`aaaaaaaaaaaaaaaa ${Date.now() - 60_000}`, `bbbbbbbbbbbbbbbb ${Date.now()}`];
  await noteSeen(target, "2022-04-26-0123456789ab", new Set([old, fresh]));
  expect(await seenAt(target, "2022-04-26-0123456789ab")).toEqual(new Set([old]));
});
