import { describe, expect, test } from "vitest";
import { attack, narrowedBelow } from "../../src/protect/attack.ts";
import { hideMore } from "../../src/protect/choose.ts";
import type { Cell } from "../../src/protect/table.ts";
import { bruteForce } from "./brute.ts";
import { draws, hideSmall, Margins, releases } from "./tables.ts";

const K = 10;
const TABLES = 200;

/** Units × categories × weeks with every margin; few of each, so that many counts are small. */
function randomTable(seed: number): Margins {
  const draw = draws(seed);
  const sizes = [2 + Math.floor(draw() * 4), 2 + Math.floor(draw() * 3), 1 + Math.floor(draw() * 3)];
  const most = 20 + draw() * 200;
  return new Margins(sizes, () => (draw() < 0.15 ? 0 : Math.floor(draw() ** 2 * most)));
}

const seeds = Array.from({ length: TABLES }, (_, seed) => seed);

describe("200 random tables of units, categories and weeks", () => {
  test("no hidden cell can be narrowed below K, and totals of everything stay", async () => {
    let totals = 0;
    for (const seed of seeds) {
      const margins = randomTable(seed);
      hideSmall(margins.table, K);
      await hideMore(margins.table, K);
      expect((await narrowedBelow(margins.table, K)).size, `table ${seed}`).toBe(0);
      if (margins.cells[margins.at(-1, -1, -1)]?.hidden === false) totals += 1;
    }
    expect(totals).toBeGreaterThan(0.95 * TABLES);
  });

  test("without the second step hidden cells are given back, so the attacker bites", async () => {
    let [narrowed, exact] = [0, 0];
    for (const seed of seeds) {
      const { table } = randomTable(seed);
      hideSmall(table, K);
      for (const [cell, { low, high }] of await attack(table, Number.POSITIVE_INFINITY)) {
        const { value } = table.cells[cell] ?? { value: -1 };
        expect(low <= value && value <= high, `table ${seed}, cell ${cell}`).toBe(true);
        if (high - low < K) narrowed += 1;
        if (high === low) exact += 1;
      }
    }
    expect(narrowed).toBeGreaterThan(500);
    expect(exact).toBeGreaterThan(100);
  });
});

describe("three releases, each with a new week and the sum to date", () => {
  test("what an earlier one has published does not undo what a later one hides, nor the other way round", async () => {
    let alone = 0;
    for (let seed = 0; seed < 40; seed += 1) {
      const table = releases(seed, 3);
      for (let release = 0; release < 3; release += 1) {
        const known = table.upTo(release);
        // What has been published stays so.
        for (const at of table.of(release)) hideOne(known.cells[at]);
        await hideMore(known, K);
        expect((await narrowedBelow(known, K)).size, `table ${seed}, release ${release}`).toBe(0);
        for (const at of table.of(release)) (known.cells[at] as Cell).cost = Number.POSITIVE_INFINITY;
      }
      alone += await narrowedWhereEachIsProtectedAlone(seed);
    }
    // Each release safe by itself, all three together are not: the test would see it.
    expect(alone).toBeGreaterThan(0);
  });
});

function hideOne(cell: Cell | undefined): void {
  if (cell !== undefined) cell.hidden = cell.value > 0 && cell.value < K;
}

async function narrowedWhereEachIsProtectedAlone(seed: number): Promise<number> {
  const table = releases(seed, 3);
  for (let release = 0; release < 3; release += 1) {
    const own = table.only(release);
    for (const at of table.of(release)) hideOne(own.cells[at]);
    await hideMore(own, K);
  }
  return (await narrowedBelow(table.upTo(2), K)).size;
}

describe("a wide table", () => {
  test("room that is found only far from a cell is looked for there", async () => {
    // One of 401 counts is 1, the others are 0 and nobody's: those near it cannot make room for ten, the total can.
    const counts = Array.from({ length: 401 }, (_, at) => ({
      value: at === 0 ? 1 : 0,
      hidden: true,
      sensitive: at === 0,
    }));
    const cells = [...counts, { value: 1, hidden: false, sensitive: true }].map((one) => ({ ...one, cost: 1 }));
    const parts = counts.map((_, at) => at);
    const table = {
      cells,
      equations: [{ cells: [...parts, 401], signs: [...parts.map(() => -1 as const), 1 as const] }],
    };
    expect((await hideMore(table, K)).more).toEqual(new Set([401]));
  });
});

describe("against brute force", () => {
  test("nested totals and two-way tables: the same intervals", async () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const draw = draws(1000 + seed);
      const margins = new Margins(seed % 2 === 0 ? [3, 2] : [4], () => Math.floor(draw() * 6));
      for (const cell of margins.cells) cell.hidden = draw() < 0.5;
      const found = await attack(margins.table, Number.POSITIVE_INFINITY);
      const most = Math.max(...margins.cells.map(({ value }) => value)) + 3;
      const brute = bruteForce(margins.table, most);
      for (const [cell, { low, high }] of found) {
        const expected = brute.get(cell);
        if (high > most) continue;
        expect({ low, high }, `table ${seed}, cell ${cell}`).toEqual(expected);
      }
      expect(found.size).toBeGreaterThanOrEqual(brute.size > 0 ? 1 : 0);
    }
  });

  test("elsewhere they hold those of brute force, and nothing protected is below K by brute force either", async () => {
    let looked = 0;
    for (let seed = 0; seed < 40; seed += 1) {
      const draw = draws(2000 + seed);
      const margins = new Margins([2, 2, 2], () => Math.floor(draw() * 9));
      hideSmall(margins.table, 2);
      await hideMore(margins.table, 2);
      const hidden = margins.cells.filter((cell) => cell.hidden);
      // Small enough to try every table.
      if (hidden.length > 16 || hidden.some(({ value }) => value > 9)) continue;
      looked += hidden.length;
      const brute = bruteForce(margins.table, 12);
      for (const [cell, { low, high }] of await attack(margins.table, Number.POSITIVE_INFINITY)) {
        const exact = brute.get(cell) ?? { low: 0, high: 0 };
        expect(low <= exact.low && Math.min(high, 12) >= exact.high, `table ${seed}, cell ${cell}`).toBe(true);
        expect(exact.high - exact.low, `table ${seed}, cell ${cell}`).toBeGreaterThanOrEqual(2);
      }
    }
    expect(looked).toBeGreaterThan(20);
  });

  test("a sum of halves has a linear solution and no whole one: the bound is rounded inward", async () => {
    const cells = [0, 0, 0].map(() => ({ value: 0, hidden: true, sensitive: true, cost: 1 }));
    const totals = [5, 5, 5].map((value) => ({ value, hidden: false, sensitive: true, cost: 1 }));
    const sum = (total: number, one: number, other: number) => ({
      cells: [total, one, other],
      signs: [1, -1, -1] as Array<1 | -1>,
    });
    const table = { cells: [...cells, ...totals], equations: [sum(3, 0, 1), sum(4, 1, 2), sum(5, 0, 2)] };
    expect((await attack(table, Number.POSITIVE_INFINITY)).get(0)).toEqual({ low: 3, high: 2 });
  });
});
