import { type Interval, propagate } from "./interval.ts";
import { Solver } from "./solver.ts";
import { type Cell, type CountTable, hiddenSums, type Part, partsOf } from "./table.ts";

// What a solver's floating point may be off by.
const SLACK = 1e-6;

/**
 * What an outsider who has everything published can prove of each hidden cell: bounds by propagation, then by a linear program
 * for each cell whose interval may still be too narrow, rounded inward to whole numbers. The hidden values are not looked at.
 * @param enough an interval that is at least so wide need not be followed further; infinite for all there is to prove
 */
export async function attack(table: CountTable, enough: number): Promise<Map<number, Interval>> {
  const proven = new Map<number, Interval>();
  for (const part of partsOf(hiddenSums(table))) {
    const bounds = propagate(part);
    const asked = part.cells.filter((cell) => (table.cells[cell] as Cell).sensitive);
    if (asked.length === 0) continue;
    for (const [cell, interval] of await narrowPart(part, bounds, asked, enough)) proven.set(cell, interval);
  }
  return proven;
}

/** The sensitive cells that an outsider can narrow below a width. */
export async function narrowedBelow(table: CountTable, width: number): Promise<Map<number, Interval>> {
  const proven = await attack(table, width);
  return new Map([...proven].filter(([, { low, high }]) => high - low < width));
}

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
    for (const cell of asked) {
      for (const sign of [-1, 1] as const) {
        const own = seen.get(cell) as Interval;
        if (own.high - own.low >= enough) break;
        look(solver, column, seen, cell, sign);
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

/** Asks for the most (sign −1) or the least of a cell, and keeps what every cell is there. */
function look(
  solver: Solver,
  column: ReadonlyMap<number, number>,
  seen: Map<number, Interval>,
  cell: number,
  sign: 1 | -1,
): void {
  const own = seen.get(cell) as Interval;
  const found = solver.least(new Map([[column.get(cell) ?? 0, sign]]));
  if (found === null) throw new Error("what is published contradicts itself: no counts agree with all of it");
  if (found === "unbounded") {
    own.high = Number.POSITIVE_INFINITY;
    return;
  }
  for (const [other, at] of column) {
    const value = found.columns[at] ?? 0;
    const interval = seen.get(other) as Interval;
    interval.low = Math.min(interval.low, value);
    interval.high = Math.max(interval.high, value);
  }
}

function inward({ low, high }: Interval): Interval {
  // Plus 0: a bound is never −0.
  return { low: Math.ceil(low - SLACK) + 0, high: Math.floor(high + SLACK) + 0 };
}
