import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withLock } from "../src/deliver/lock.ts";
import { directoryTarget } from "../src/target/directory.ts";
import { givenFolders } from "./site.ts";

const given = givenFolders();
const lockFile = () => join(given.target, "lock.json");
const here = `${userInfo().username}@${hostname()}`;

async function locked<Result>(work: () => Promise<Result>, breakLock = false): Promise<Result> {
  const target = await directoryTarget(given.target);
  return withLock(target, { breakLock, say: () => undefined }, work);
}

function givenLock(lock: { owner?: string; pid?: number; minutes?: number; token?: string }): void {
  const renewed = new Date(Date.now() - (lock.minutes ?? 0) * 60_000).toISOString();
  writeFileSync(lockFile(), JSON.stringify({ owner: "ai@do", pid: 1, token: "khac", ...lock, renewed }));
}

function bound(object: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(object, name);
  return typeof value === "function" ? value.bind(object) : value;
}

const gone = () => spawnSync("true").pid;

describe("the lock of a target", () => {
  test("keeps a second deliverer out and names the first, its age, and what to do", async () => {
    const second = locked(() => locked(async () => "hai"));
    await expect(second).rejects.toThrow(
      new RegExp(`somebody else is delivering \\(${here}, 0 phút trước.*--break-lock`),
    );
  });

  test("is given back, also by one that failed", async () => {
    await expect(locked(() => Promise.reject(new Error("hỏng")))).rejects.toThrow("hỏng");
    expect(await locked(async () => "một")).toBe("một");
  });

  test("of somebody on another machine holds for ten minutes after its last sign of life", async () => {
    givenLock({ minutes: 9 });
    await expect(locked(async () => "một")).rejects.toThrow(/ai@do, 9 phút trước/);
    givenLock({ minutes: 10 });
    expect(await locked(async () => "một")).toBe("một");
  });

  test("of a process of this machine that is gone is taken over at once, of one that runs it is not", async () => {
    givenLock({ owner: here, pid: gone() });
    expect(await locked(async () => "một")).toBe("một");
    givenLock({ owner: here, pid: process.ppid });
    await expect(locked(async () => "một")).rejects.toThrow(/somebody else is delivering/);
  });

  test("that this process left behind on a broken connection is taken over", async () => {
    givenLock({ owner: here, pid: process.pid });
    expect(await locked(async () => "một")).toBe("một");
  });

  test("that was cut short while it was written is nobody's", async () => {
    writeFileSync(lockFile(), '{"owner');
    expect(await locked(async () => "một")).toBe("một");
  });

  test("is taken from its owner with `breakLock`, who then may not switch any more", async () => {
    const target = await directoryTarget(given.target);
    const first = withLock(target, { breakLock: false, say: () => undefined }, async (lock) => {
      await locked(async () => "hai", true);
      await lock.confirm();
    });
    await expect(first).rejects.toThrow(/the lock was taken by somebody else/);
  });

  test("is one deliverer's where many find one left behind at the same moment", async () => {
    givenLock({ owner: here, pid: gone() });
    let [atOnce, most, done] = [0, 0, 0];
    const work = async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 20));
      atOnce -= 1;
      done += 1;
    };
    const ends = await Promise.allSettled(Array.from({ length: 12 }, () => locked(work)));
    const reasons = ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []));
    expect([most, done >= 1, reasons.filter((reason) => !reason.includes("--break-lock"))]).toEqual([1, true, []]);
  });

  test("that another took over a moment before is given back to them", async () => {
    givenLock({ owner: here, pid: gone() });
    const stale = readFileSync(lockFile());
    const target = await directoryTarget(given.target);
    let isFirst = true;
    const get = async (path: string) => {
      if (!isFirst) return target.get(path);
      isFirst = false;
      givenLock({ owner: here, pid: process.ppid, token: "moi" });
      return stale;
    };
    const slow = new Proxy(target, { get: (object, name) => (name === "get" ? get : bound(object, name)) });
    const second = withLock(slow, { breakLock: false, say: () => undefined }, async () => "hai");
    await expect(second).rejects.toThrow(/somebody else is delivering/);
    expect(JSON.parse(readFileSync(lockFile(), "utf8"))).toMatchObject({ token: "moi" });
  });

  test("says who holds it, since when, in the file", async () => {
    const text = await locked(async () => readFileSync(lockFile(), "utf8"));
    expect(JSON.parse(text)).toMatchObject({ owner: here, pid: process.pid });
  });
});
