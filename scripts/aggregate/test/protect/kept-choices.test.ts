import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Chosen } from "../../src/protect/choose.ts";
import { hideByRegion } from "../../src/protect/hide-by-region.ts";
import { choicesFile, KeptChoices } from "../../src/protect/kept-choices.ts";
import type { RegionTask } from "../../src/protect/region-worker.ts";
import type { RegionOf } from "../../src/protect/regions.ts";
import { packed } from "../../src/protect/witness.ts";
import { country, hideSmall } from "./tables.ts";

const K = 10;
let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), "tiendo-choices-")), "store", "hidden");
});

const witnesses = [packed({ cells: [2, 5], by: [1, -1] })];
const chosen: Chosen = { more: new Set([2, 5]), stuck: new Set([1]), witnesses };
const cell = (value: number) => ({ value, hidden: true, sensitive: true, cost: Number.POSITIVE_INFINITY });
const asked = (value: number): RegionTask => ({
  region: { cells: [cell(value), cell(7)], equations: [{ cells: [0, 1], signs: [1, -1] }] },
  width: K,
  mayStick: false,
});

/** Asks and gives what was chosen, and whether it had to be looked for. */
async function ask(kept: KeptChoices, what: RegionTask): Promise<[Chosen, boolean]> {
  let looked = false;
  const found = await kept.of(what, async () => {
    looked = true;
    // Choosing hides cells of the table that is asked about.
    for (const one of what.region.cells) one.hidden = false;
    return chosen;
  });
  return [found, looked];
}

test("what was asked before is not looked for again, and anything else is", async () => {
  const first = new KeptChoices(path);
  expect(await ask(first, asked(3))).toEqual([chosen, true]);
  await first.keep();
  expect((await stat(path)).mode & 0o077).toBe(0);
  const kept = new KeptChoices(path);
  expect(await ask(kept, asked(3))).toEqual([chosen, false]);
  const others: RegionTask[] = [
    asked(4),
    { ...asked(3), width: 5 },
    { ...asked(3), mayStick: true },
    { ...asked(3), witnesses: [{ cells: [0], by: [1] }] },
    { ...asked(3), region: { ...asked(3).region, equations: [] } },
  ];
  for (const other of others) expect((await ask(kept, other))[1], JSON.stringify(other)).toBe(true);
});

test("only what was asked last is kept, and a file that cannot be read is as none", async () => {
  const first = new KeptChoices(path);
  for (const value of [3, 4]) await ask(first, asked(value));
  await first.keep();
  const second = new KeptChoices(path);
  await ask(second, asked(4));
  await second.keep();
  const third = new KeptChoices(path);
  expect([(await ask(third, asked(4)))[1], (await ask(third, asked(3)))[1]]).toEqual([false, true]);
  expect((await ask(new KeptChoices(dirname(path)), asked(4)))[1]).toBe(true);
  const whole = await readFile(path);
  await writeFile(path, whole.subarray(0, -9));
  expect((await ask(new KeptChoices(path), asked(4)))[1]).toBe(true);
  await writeFile(path, Buffer.concat([whole.subarray(0, 72), Buffer.alloc(whole.length - 72)]));
  expect((await ask(new KeptChoices(path), asked(4)))[1]).toBe(true);
});

test("a choice is written as soon as it is made, and takes its place when all are", async () => {
  const kept = new KeptChoices(path);
  await ask(kept, asked(3));
  const { size } = await stat(`${path}.partial`);
  await ask(kept, asked(3));
  expect((await stat(`${path}.partial`)).size).toBe(size);
  await ask(kept, asked(4));
  expect((await stat(`${path}.partial`)).size).toBe(2 * size);
  await expect(stat(path)).rejects.toThrow("ENOENT");
  // What an ended run left is not taken for this one's.
  const anew = new KeptChoices(path);
  await ask(anew, asked(5));
  await anew.keep();
  expect((await stat(path)).size).toBe(size);
  await expect(stat(`${path}.partial`)).rejects.toThrow("ENOENT");
});

test("a country and a large table are hidden the same from what is kept, and nothing is looked for", async () => {
  const ways = [
    { regionOf: country(3).regionOf, large: 5_000 },
    { regionOf: () => "70", large: 1 },
  ];
  for (const { regionOf, large } of ways) {
    const [anew, again] = [await hidden(regionOf, large), await hidden(regionOf, large)];
    expect(again.chosen).toEqual(anew.chosen);
    expect(anew.chosen.more.size).toBeGreaterThan(0);
    expect([anew.looked > 0, again.looked]).toEqual([true, 0]);
  }
});

/** What is chosen in a country with what the file keeps, and how often it had to be looked for. */
async function hidden(regionOf: RegionOf, large: number) {
  const { table } = country(3);
  hideSmall(table, K);
  const kept = new KeptChoices(path);
  const of = kept.of.bind(kept);
  let looked = 0;
  kept.of = (what, choose) =>
    of(what, () => {
      looked += 1;
      return choose();
    });
  const found = await hideByRegion(table, regionOf, { width: K, mayStick: false, large, kept });
  await kept.keep();
  return { chosen: found, looked };
}

test("the file is named by the day, so that releases do not take each other's", async () => {
  const of = (as_of: string) =>
    choicesFile({ reading: { store: "store" }, report: { as_of } } as Parameters<typeof choicesFile>[0]);
  expect(await of("2022-04-19")).not.toBe(await of("2022-04-26"));
  expect(await of("2022-04-26")).toMatch(/^store\/hidden-2022-04-26-[0-9a-f]{24}$/);
});
