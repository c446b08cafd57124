import { expect, test } from "vitest";
import { Links } from "../../src/protect/links.ts";
import { Room } from "../../src/protect/room.ts";
import type { Cell, CountTable } from "../../src/protect/table.ts";

const WIDTH = 10;

/** A published total and the hidden counts that it is the sum of. */
function hiddenParts(values: readonly number[]): CountTable {
  const total = values.reduce((sum, value) => sum + value, 0);
  const parts = values.map((value): Cell => ({ value, hidden: true, sensitive: true, cost: 1 }));
  const cells = [{ value: total, hidden: false, sensitive: true, cost: 100 }, ...parts];
  return { cells, equations: [{ cells: [...cells.keys()], signs: cells.map((_, at) => (at === 0 ? 1 : -1)) }] };
}

test("of 20 counts of 3, six are seen to be 10 in one table, so that few tables show all of them to be wide", async () => {
  const table = hiddenParts(Array.from({ length: 20 }, () => 3));
  const room = new Room(table, new Links(table), WIDTH);
  await room.lookAround([1]);
  const parts = [...table.cells.keys()].slice(1);
  expect(parts.filter((cell) => !room.isWide(cell))).toEqual([]);
  // One in which those that fall are 0, and what is left of 20 in sixes.
  expect(room.witnesses.length).toBeLessThanOrEqual(6);
});

test("a count that cannot fall a whole width is asked to rise by what is left of it", async () => {
  const table = hiddenParts([4, 9]);
  const room = new Room(table, new Links(table), WIDTH);
  await room.lookAround([1]);
  expect([room.seen(1), room.seen(2)]).toEqual([
    { low: 0, high: 10 },
    { low: 3, high: 13 },
  ]);
});
