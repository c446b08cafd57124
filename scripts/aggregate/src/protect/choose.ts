import { narrowedBelow } from "./attack.ts";
import { Solver } from "./solver.ts";
import type { Cell, CountTable } from "./table.ts";

// Hiding more can only widen intervals, so that rounds end; more of them would be a fault.
const MOST_ROUNDS = 40;
const MOVED = 1e-6;

/**
 * Hides cells beside those that are hidden until no sensitive one can be narrowed below a width: what is too narrow is given
 * room by the cheapest cells that may move with it, and the result is attacked again.
 * @returns the cells hidden in addition
 * @throws {Error} where even hiding all that may be hidden leaves a cell too narrow
 */
export async function hideMore(table: CountTable, width: number): Promise<Set<number>> {
  const more = new Set<number>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const narrow = [...(await narrowedBelow(table, width)).keys()];
    if (narrow.length === 0) return more;
    const hidden = await giveRoom(table, narrow, width);
    for (const cell of hidden) more.add(cell);
    if (hidden.size === 0) throw new Error(`${narrow.length} hidden cells cannot be given a width of ${width}`);
  }
  throw new Error(`hiding did not come to an end after ${MOST_ROUNDS} rounds`);
}

/** For each cell the cheapest way of the table to be another one in which it is `width` more, or as much more and less. */
async function giveRoom(table: CountTable, narrow: readonly number[], width: number): Promise<Set<number>> {
  const ways = await Ways.of(table);
  const hidden = new Set<number>();
  try {
    for (const cell of narrow) {
      for (const moved of ways.cheapest(cell, width)) {
        hidden.add(moved);
        (table.cells[moved] as Cell).hidden = true;
      }
    }
  } finally {
    ways.dispose();
  }
  return hidden;
}

/**
 * Other tables that agree with the equations: how much each cell rises and falls, in columns 2n and 2n + 1. A cell falls to 0 at
 * most; what is never hidden does not move; to move a published cell costs what hiding it costs.
 */
class Ways {
  readonly #solver: Solver;
  readonly #table: CountTable;

  private constructor(solver: Solver, table: CountTable) {
    this.#solver = solver;
    this.#table = table;
  }

  static async of(table: CountTable): Promise<Ways> {
    const open = table.cells.map(({ cost, hidden }) => hidden || Number.isFinite(cost));
    const solver = await Solver.of({
      low: table.cells.flatMap(() => [0, 0]),
      high: table.cells.flatMap(({ value }, at) => (open[at] ? [Number.POSITIVE_INFINITY, value] : [0, 0])),
      rows: table.equations.map(({ cells, signs }) => ({
        columns: cells.flatMap((cell) => [2 * cell, 2 * cell + 1]),
        values: signs.flatMap((sign) => [sign, -sign]),
        total: 0,
      })),
    });
    return new Ways(solver, table);
  }

  /** The published cells that move when a cell rises by a width or, where it cannot, rises and falls by as much as it can. */
  cheapest(cell: number, width: number): number[] {
    const { value } = this.#table.cells[cell] as Cell;
    const falls = Math.min(value, width);
    const tries = [[width], [width - falls, -falls], [-falls]];
    for (const steps of tries) {
      const moved = steps.filter((step) => step !== 0).map((step) => this.#move(cell, step, value));
      if (moved.length > 0 && moved.every((cells) => cells !== null)) return [...new Set(moved.flat())] as number[];
    }
    return [];
  }

  #move(cell: number, step: number, value: number): number[] | null {
    const [up, down] = [2 * cell, 2 * cell + 1];
    this.#solver.bound(up, Math.max(step, 0), Math.max(step, 0));
    this.#solver.bound(down, Math.max(-step, 0), Math.max(-step, 0));
    const found = this.#solver.least(this.#costs());
    this.#solver.bound(up, 0, Number.POSITIVE_INFINITY);
    this.#solver.bound(down, 0, value);
    if (found === null || found === "unbounded") return null;
    return this.#table.cells.flatMap(({ hidden }, at) => {
      const moves = (found.columns[2 * at] ?? 0) + (found.columns[2 * at + 1] ?? 0);
      return !hidden && moves > MOVED ? [at] : [];
    });
  }

  #costs(): Map<number, number> {
    const costs = new Map<number, number>();
    for (const [at, { cost, hidden }] of this.#table.cells.entries()) {
      if (hidden || !Number.isFinite(cost)) continue;
      costs.set(2 * at, cost);
      costs.set(2 * at + 1, cost);
    }
    return costs;
  }

  dispose(): void {
    this.#solver.dispose();
  }
}
