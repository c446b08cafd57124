import { expect, test } from "vitest";
import { narrowedBelow } from "../../src/protect/attack.ts";
import { hideMore } from "../../src/protect/choose.ts";
import type { CountTable } from "../../src/protect/table.ts";
import type { Witness } from "../../src/protect/witness.ts";

const K = 10;

/** A total of 60 and its parts of 5, 15 and 40, of which some are hidden. */
function given(...hidden: number[]): CountTable {
  return {
    cells: [60, 5, 15, 40].map((value, at) => ({
      value,
      hidden: hidden.includes(at),
      sensitive: true,
      cost: value,
    })),
    equations: [{ cells: [0, 1, 2, 3], signs: [1, -1, -1, -1] }],
  };
}

test("what was found while hiding shows the gate every hidden cell to be wide", async () => {
  const table = given(1);
  const { more, witnesses } = await hideMore(table, K);
  expect(more).toEqual(new Set([2]));
  expect(witnesses.length).toBeGreaterThan(0);
  expect((await narrowedBelow(table, K, witnesses)).size).toBe(0);
});

/**
 * x + y = 20, y + z = 20, x + z + u = 24: sum by sum x may be 0 to 20, by all together it is 0 to 12, for u is what is left of
 * 24 less twice x.
 */
function linked(): CountTable {
  const cells = [10, 10, 10, 4, 20, 20, 24].map((value, at) => ({
    value,
    hidden: at < 4,
    sensitive: at === 0,
    cost: 1,
  }));
  const sums = [
    [4, 0, 1],
    [5, 1, 2],
    [6, 0, 2, 3],
  ];
  return {
    cells,
    equations: sums.map((own) => ({ cells: own, signs: own.map((_, at) => (at === 0 ? 1 : -1)) })),
  };
}
const down: Witness = { cells: [0, 1, 2, 3], by: [-10, 10, -10, 20] };

test("a witness that agrees with all that is published shows how wide a cell is", async () => {
  expect((await narrowedBelow(linked(), 10, [down])).size).toBe(0);
  expect(await narrowedBelow(linked(), 15, [down])).toEqual(new Map([[0, { low: 0, high: 12 }]]));
});

test.each<[string, Witness]>([
  ["moves what is published", { cells: [0, 4, 6], by: [5, 5, 5] }],
  ["leaves a sum that does not come to its total", { cells: [0], by: [5] }],
  ["takes more of a count than there is", { cells: [0, 1, 2, 3], by: [5, -5, 5, -10] }],
])("a witness that %s is not believed", async (_, forged) => {
  expect([...(await narrowedBelow(linked(), 15, [down, forged])).keys()]).toEqual([0]);
});
