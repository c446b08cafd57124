import { type Interval, propagate } from "./interval.ts";
import { Solver } from "./solver.ts";
import { type Cell, type CountTable, hiddenSums, type Part, partsOf } from "./table.ts";

// Looking at many cells at once shows most of them to be wide; the others are looked at one by one.
const ROUNDS_TOGETHER = 20;
// What a solver's floating point may be off by.
const SLACK = 1e-6;

/**
 * What an outsider who has everything published can prove of each hidden cell: bounds by propagation, then by a linear program
 * for each cell whose interval may still be too narrow, rounded inward to whole numbers. The hidden values are not looked at.
 * @param enough an interval that is at least so wide need not be followed further; infinite for all there is to prove
 * @param hasty whether a part that gives way by propagation is to be left at that
 */
export async function attack(table: CountTable, enough: number, hasty = false): Promise<Map<number, Interval>> {
  const proven = new Map<number, Interval>();
  for (const part of partsOf(hiddenSums(table))) {
    const bounds = propagate(part);
    const asked = part.cells.filter((cell) => (table.cells[cell] as Cell).sensitive);
    // What is too narrow already need not be narrowed further, unless all there is to prove is asked for.
    const narrow = asked.filter((cell) => Number.isFinite(enough) && widthOf(bounds.get(cell)) < enough);
    for (const cell of narrow) proven.set(cell, bounds.get(cell) as Interval);
    const open = asked.filter((cell) => !proven.has(cell));
    if (open.length === 0 || (hasty && narrow.length > 0)) continue;
    for (const [cell, interval] of await narrowPart(part, bounds, open, enough)) proven.set(cell, interval);
  }
  return proven;
}

/** The sensitive cells that an outsider can narrow below a width. */
export async function narrowedBelow(table: CountTable, width: number, hasty = false): Promise<Map<number, Interval>> {
  const proven = await attack(table, width, hasty);
  return new Map([...proven].filter(([, interval]) => widthOf(interval) < width));
}

const widthOf = (interval: Interval | undefined): number => (interval === undefined ? 0 : interval.high - interval.low);

async function narrowPart(
  part: Part,
  bounds: Map<number, Interval>,
  asked: readonly number[],
  enough: number,
): Promise<Map<number, Interval>> {
  const solver = await solverOf(part, bounds);
  // The widest values seen of each cell in any table that agrees with what is published.
  const seen = new Map(
    part.cells.map((cell) => [cell, { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }]),
  );
  const column = new Map(part.cells.map((cell, at) => [cell, at]));
  try {
    for (let round = 0; round < ROUNDS_TOGETHER && Number.isFinite(enough); round += 1) {
      const open = asked.filter((cell) => widthOf(seen.get(cell)) < enough);
      if (open.length < ROUNDS_TOGETHER) break;
      look(solver, column, seen, new Map(open.map((cell) => [cell, signOf(cell, round)])));
    }
    for (const cell of asked) {
      for (const sign of [-1, 1] as const) {
        const own = seen.get(cell) as Interval;
        if (own.high - own.low >= enough) break;
        if (!look(solver, column, seen, new Map([[cell, sign]]))) own.high = Number.POSITIVE_INFINITY;
      }
    }
  } finally {
    solver.dispose();
  }
  return new Map(asked.map((cell) => [cell, inward(seen.get(cell) as Interval)]));
}

async function solverOf({ cells, sums }: Part, bounds: Map<number, Interval>): Promise<Solver> {
  const column = new Map(cells.map((cell, at) => [cell, at]));
  return Solver.of({
    low: cells.map((cell) => bounds.get(cell)?.low ?? 0),
    high: cells.map((cell) => bounds.get(cell)?.high ?? Number.POSITIVE_INFINITY),
    rows: sums.map(({ cells: own, signs, total }) => ({
      columns: own.map((cell) => column.get(cell) ?? 0),
      values: signs,
      total,
    })),
  });
}

/** One of the two ways to look at a cell in a round; each round cuts the cells in another way. */
function signOf(cell: number, round: number): 1 | -1 {
  if (round < 2) return round === 0 ? 1 : -1;
  return (Math.imul(cell + 1, 2654435761) >>> (round + 4)) % 2 === 0 ? 1 : -1;
}

/**
 * Asks for the most (sign −1) or the least of some cells together, and keeps what every cell is there.
 * @returns false where there is no most
 */
function look(
  solver: Solver,
  column: ReadonlyMap<number, number>,
  seen: Map<number, Interval>,
  wanted: ReadonlyMap<number, 1 | -1>,
): boolean {
  for (const [cell, sign] of wanted) solver.cost(column.get(cell) ?? 0, sign);
  const found = solver.least();
  for (const cell of wanted.keys()) solver.cost(column.get(cell) ?? 0, 0);
  if (found === null) throw new Error("what is published contradicts itself: no counts agree with all of it");
  if (found === "unbounded") return false;
  for (const [other, at] of column) {
    const value = found.columns[at] ?? 0;
    const interval = seen.get(other) as Interval;
    if (value < interval.low) interval.low = value;
    if (value > interval.high) interval.high = value;
  }
  return true;
}

function inward({ low, high }: Interval): Interval {
  // Plus 0: a bound is never −0.
  return { low: Math.ceil(low - SLACK) + 0, high: Math.floor(high + SLACK) + 0 };
}
