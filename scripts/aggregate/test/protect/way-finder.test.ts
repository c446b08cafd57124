import { expect, test } from "vitest";
import { Links } from "../../src/protect/links.ts";
import type { Cell, CountTable } from "../../src/protect/table.ts";
import { WayFinder } from "../../src/protect/way-finder.ts";
import type { Witness } from "../../src/protect/witness.ts";

const WIDTH = 10;
// More than are looked at of one sum among few cells.
const ZEROS = 60;

const published = (value: number, cost: number): Cell => ({ value, hidden: false, sensitive: true, cost });
const hidden = (value: number): Cell => ({ value, hidden: true, sensitive: value > 0, cost: 1 });

/**
 * Two sums, which two of their zeros link, each with a hidden 1. That of the first finds room far off alone; that of the second in the
 * count beside it, at a cost, or in one far off that costs 1. Zeros cannot fall, so that they make no room.
 */
function twoSums() {
  const cells: Cell[] = [];
  const add = (...added: Cell[]) => added.map((cell) => cells.push(cell) - 1);
  const zeros = () => Array.from({ length: ZEROS }, () => hidden(0));
  const [lone = -1, ...first] = add(hidden(1), ...zeros(), published(1, 1));
  const second = add(published(201, Number.POSITIVE_INFINITY), hidden(1), published(100, 50), ...zeros());
  const [, own = -1, beside = -1] = second;
  const [far = -1] = add(published(100, 1));
  const equations = [
    { cells: [lone, ...first], signs: [lone, ...first].map((cell) => (cell === first.at(-1) ? 1 : -1) as 1 | -1) },
    { cells: [...second, far], signs: [...second, far].map((_, at) => (at === 0 ? 1 : -1) as 1 | -1) },
    { cells: [first[0] ?? -1, second[3] ?? -1], signs: [1, -1] as const },
  ];
  return { table: { cells, equations }, lone, own, beside, far };
}

test("room is looked for among many once a cell has needed them, and had for less", async () => {
  const { table, lone, own, far } = twoSums();
  const finder = new WayFinder(table, new Links(table), WIDTH);
  try {
    expect((await finder.cheapest(lone)).length).toBeGreaterThan(0);
    expect(shownIn(table, await finder.cheapest(own))).toEqual([far]);
  } finally {
    finder.dispose();
  }
});

test("room is had beside a cell where that is possible and none has needed more", async () => {
  const { table, own, beside } = twoSums();
  const finder = new WayFinder(table, new Links(table), WIDTH);
  try {
    expect(shownIn(table, await finder.cheapest(own))).toEqual([beside]);
  } finally {
    finder.dispose();
  }
});

/** The published cells that move in some ways. */
function shownIn({ cells }: CountTable, ways: readonly Witness[]): number[] {
  const moved = new Set(ways.flatMap((way) => [...way.cells]));
  return [...moved].filter((cell) => !cells[cell]?.hidden);
}
