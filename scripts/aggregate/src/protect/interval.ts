import type { Part } from "./table.ts";

/** The whole numbers that a cell may be for all that an outsider can prove; `high` may be infinite. */
export interface Interval {
  low: number;
  high: number;
}

// Each round narrows by what the last one found; bounds that creep are left to the linear program.
const MOST_ROUNDS = 30;

/** Bounds that follow from each sum by itself, again and again: every count is at least 0. */
export function propagate({ cells, sums }: Part): Map<number, Interval> {
  const bounds = new Map(cells.map((cell) => [cell, { low: 0, high: Number.POSITIVE_INFINITY }]));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const narrowed = sums.map((sum) => narrow(sum, bounds));
    if (!narrowed.includes(true)) break;
  }
  return bounds;
}

function narrow({ cells, signs, total }: Part["sums"][number], bounds: Map<number, Interval>): boolean {
  let narrowed = false;
  for (const [at, cell] of cells.entries()) {
    const own = bounds.get(cell) as Interval;
    const rest = restOf(cells, signs, at, bounds);
    // sign × cell = total − rest
    const ends = [total - rest.high, total - rest.low];
    const [low = 0, high = 0] = signs[at] === 1 ? ends : [-(ends[1] ?? 0), -(ends[0] ?? 0)];
    if (low > own.low) [own.low, narrowed] = [low, true];
    if (high < own.high) [own.high, narrowed] = [high, true];
  }
  return narrowed;
}

/** The least and the most that the other cells of a sum may come to. */
function restOf(
  cells: readonly number[],
  signs: readonly number[],
  without: number,
  bounds: Map<number, Interval>,
): Interval {
  const rest = { low: 0, high: 0 };
  for (const [at, cell] of cells.entries()) {
    if (at === without) continue;
    const { low, high } = bounds.get(cell) as Interval;
    rest.low += signs[at] === 1 ? low : -high;
    rest.high += signs[at] === 1 ? high : -low;
  }
  return rest;
}
