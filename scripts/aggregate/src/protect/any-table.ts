import { Contradiction } from "./contradiction.ts";
import type { Interval } from "./interval.ts";
import { type Program, Solver } from "./solver.ts";
import type { HiddenSum, Part } from "./table.ts";

/** The block that a cell is looked at with; null for one that is looked at with each of them. */
export type BlockOf = (cell: number) => string | null | undefined;

// Each time what is left is less; where it does not come to an end soon, all are looked at together.
const MOST_SWEEPS = 6;
const NOISE = 1e-7;

/**
 * Any numbers that agree with all sums of a part, cell by cell. Where there are several blocks, such as provinces, one after another
 * takes what sums with others still lack: a linear program over all of them would not come to an end.
 * @throws {Contradiction} where no numbers agree
 */
export async function anyTable(
  part: Part,
  bounds: ReadonlyMap<number, Interval>,
  blockOf: BlockOf = () => null,
): Promise<ReadonlyMap<number, number>> {
  const blocks = blocksOf(part, blockOf);
  const numbers = new Map(part.cells.map((cell) => [cell, bounds.get(cell)?.low ?? 0]));
  for (const [cell, low] of numbers)
    if (!Number.isFinite(low)) numbers.set(cell, Math.min(0, bounds.get(cell)?.high ?? 0));
  for (let sweep = 0; sweep < MOST_SWEEPS && blocks.length > 1; sweep += 1) {
    for (const block of blocks) await settle(block, bounds, numbers);
    if (part.sums.every((sum) => Math.abs(lackOf(sum, numbers)) < NOISE)) return numbers;
  }
  await settle(part, bounds, numbers);
  return numbers;
}

/** The blocks of a part, each with all cells above them, and with all sums that any of its cells stands in. */
function blocksOf({ cells, sums }: Part, blockOf: BlockOf): Part[] {
  const nameOf = (cell: number) => blockOf(cell) ?? null;
  const own = Map.groupBy(cells, nameOf);
  const ownSums = Map.groupBy(sums, (sum) => {
    const [name, ...others] = new Set(sum.cells.map(nameOf));
    return others.length === 0 ? name : null;
  });
  // A sum with several blocks is looked at with each: most of them have a cell above them.
  const [above, between] = [own.get(null) ?? [], ownSums.get(null) ?? []];
  const names = [...own.keys()].filter((name) => name !== null);
  return names.map((name) => ({
    cells: [...above, ...(own.get(name) ?? [])],
    sums: [...between, ...(ownSums.get(name) ?? [])],
  }));
}

/** Gives cells numbers with which their own sums agree, and those with other cells lack as little as can be. */
async function settle(
  { cells, sums }: Part,
  bounds: ReadonlyMap<number, Interval>,
  numbers: Map<number, number>,
): Promise<void> {
  const column = new Map(cells.map((cell, at) => [cell, at]));
  const solver = await Solver.of(programOf(column, sums, bounds, numbers));
  try {
    const found = solver.least();
    if (found === null || found === "unbounded") throw new Contradiction();
    for (const [cell, at] of column) numbers.set(cell, found.columns[at] ?? 0);
  } finally {
    solver.dispose();
  }
}

/** Sums with other cells have two columns more, for what they lack and for what they are over by. */
function programOf(
  column: ReadonlyMap<number, number>,
  sums: readonly HiddenSum[],
  bounds: ReadonlyMap<number, Interval>,
  numbers: ReadonlyMap<number, number>,
): Program {
  const low = [...column.keys()].map((cell) => bounds.get(cell)?.low ?? 0);
  const high = [...column.keys()].map((cell) => bounds.get(cell)?.high ?? Number.POSITIVE_INFINITY);
  const costs = low.map(() => 0);
  const rows = sums.flatMap((sum) => {
    const own = sum.cells.flatMap((cell, at) => (column.has(cell) ? [at] : []));
    if (own.length === 0) return [];
    const columns = own.map((at) => column.get(sum.cells[at] ?? -1) ?? 0);
    const values = own.map((at) => sum.signs[at] ?? 1);
    if (own.length === sum.cells.length) return [{ columns, values, total: sum.total }];
    const [lacks, over] = [costs.push(1) - 1, costs.push(1) - 1];
    const others = sum.cells.reduce(
      (all, cell, at) => (column.has(cell) ? all : all + (sum.signs[at] ?? 1) * (numbers.get(cell) ?? 0)),
      0,
    );
    return [{ columns: [...columns, lacks, over], values: [...values, 1, -1], total: sum.total - others }];
  });
  const slack = costs.slice(low.length);
  return {
    low: [...low, ...slack.map(() => 0)],
    high: [...high, ...slack.map(() => Number.POSITIVE_INFINITY)],
    costs,
    rows,
  };
}

const lackOf = ({ cells, signs, total }: HiddenSum, numbers: ReadonlyMap<number, number>): number =>
  total - cells.reduce((sum, cell, at) => sum + (signs[at] ?? 1) * (numbers.get(cell) ?? 0), 0);
