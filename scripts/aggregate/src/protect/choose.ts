import { narrowedBelow } from "./attack.ts";
import { Solver } from "./solver.ts";
import type { Cell, CountTable, Equation } from "./table.ts";

// Hiding more can only widen intervals, so that rounds end; more of them would be a fault.
const MOST_ROUNDS = 40;
const MOVED = 1e-6;
// Most cells find room among some hundred others, which is looked for a hundred times as fast as among all.
const NEAR = [300, 1500, Number.POSITIVE_INFINITY];

/**
 * Hides cells beside those that are hidden until no sensitive one can be narrowed below a width: what is too narrow is given
 * room by the cheapest cells that may move with it, and the result is attacked again.
 * @returns the cells hidden in addition
 * @throws {Error} where even hiding all that may be hidden leaves a cell too narrow
 */
export async function hideMore(table: CountTable, width: number): Promise<Set<number>> {
  const more = new Set<number>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const narrow = [...(await narrowedBelow(table, width, true)).keys()];
    if (narrow.length === 0) return more;
    const hidden = await giveRoom(table, narrow, width);
    for (const cell of hidden) more.add(cell);
    if (hidden.size === 0) throw new Error(`${narrow.length} hidden cells cannot be given a width of ${width}`);
  }
  throw new Error(`hiding did not come to an end after ${MOST_ROUNDS} rounds`);
}

/** For each cell the cheapest way of the table to be another one in which it is `width` more, or as much more and less. */
async function giveRoom(table: CountTable, narrow: readonly number[], width: number): Promise<Set<number>> {
  const touching = equationsOf(table);
  const [hidden, roomy] = [new Set<number>(), new Set<number>()];
  for (const cell of narrow) {
    if (roomy.has(cell)) continue;
    for (const [moved, by] of await cheapestWay(table, touching, cell, width)) {
      // What moves as far along with it has its room too.
      if (by >= width) roomy.add(moved);
      const one = table.cells[moved] as Cell;
      if (one.hidden) continue;
      hidden.add(moved);
      one.hidden = true;
    }
  }
  return hidden;
}

/** The equations that each cell stands in. */
function equationsOf({ cells, equations }: CountTable): Equation[][] {
  const touching: Equation[][] = cells.map(() => []);
  for (const equation of equations) for (const cell of equation.cells) touching[cell]?.push(equation);
  return touching;
}

/** The cells that move, and how far, when a cell gets its room: by its neighbours where that is possible, else by any. */
async function cheapestWay(
  table: CountTable,
  touching: readonly (readonly Equation[])[],
  cell: number,
  width: number,
): Promise<Map<number, number>> {
  for (const near of NEAR) {
    const ways = await Ways.around(table, touching, cell, near);
    try {
      const found = ways.cheapest(cell, width);
      if (found.size > 0 || ways.size < near) return found;
    } finally {
      ways.dispose();
    }
  }
  return new Map();
}

/**
 * Other tables that agree with the equations: how much each cell rises and falls, in columns 2n and 2n + 1. A cell falls to 0 at
 * most; what is never hidden does not move; to move a published cell costs what hiding it costs.
 */
class Ways {
  readonly #solver: Solver;
  readonly #table: CountTable;
  /** The cells that may move. */
  readonly #cells: readonly number[];

  private constructor(solver: Solver, table: CountTable, cells: readonly number[]) {
    this.#solver = solver;
    this.#table = table;
    this.#cells = cells;
  }

  /** The ways in which the nearest cells of a cell, so many of them, may move while all others stay. */
  static async around(
    table: CountTable,
    touching: readonly (readonly Equation[])[],
    cell: number,
    near: number,
  ): Promise<Ways> {
    const cells = nearest(table, touching, cell, near);
    const place = new Map(cells.map((one, at) => [one, at]));
    const equations = new Set(cells.flatMap((one) => touching[one] ?? []));
    const rows = [...equations].map((equation) => {
      const moving = [...equation.cells.entries()].filter(([, one]) => place.has(one));
      return {
        columns: moving.flatMap(([, one]) => [2 * (place.get(one) ?? 0), 2 * (place.get(one) ?? 0) + 1]),
        values: moving.flatMap(([at]) => [equation.signs[at] ?? 1, -(equation.signs[at] ?? 1)]),
        total: 0,
      };
    });
    const values = cells.map((one) => (table.cells[one] as Cell).value);
    const solver = await Solver.of({
      low: values.flatMap(() => [0, 0]),
      high: values.flatMap((value) => [Number.POSITIVE_INFINITY, value]),
      rows,
    });
    for (const [at, one] of cells.entries()) {
      const { hidden, cost } = table.cells[one] as Cell;
      if (!hidden) for (const column of [2 * at, 2 * at + 1]) solver.cost(column, cost);
    }
    return new Ways(solver, table, cells);
  }

  get size(): number {
    return this.#cells.length;
  }

  /** The cells that move, and how far, when a cell rises by a width or, where it cannot, falls by some of it too; none where neither goes. */
  cheapest(cell: number, width: number): Map<number, number> {
    const { value } = this.#table.cells[cell] as Cell;
    const falls = Math.min(value, width);
    for (const steps of [[width], [width - falls, -falls]]) {
      const ways = steps.filter((step) => step !== 0).map((step) => this.#move(cell, step, value));
      const [first, ...others] = ways;
      if (first === undefined || ways.includes(null)) continue;
      for (const other of others) for (const [at, by] of other ?? []) first?.set(at, by + (first.get(at) ?? 0));
      if (first !== null) return first;
    }
    return new Map();
  }

  #move(cell: number, step: number, value: number): Map<number, number> | null {
    const at = this.#cells.indexOf(cell);
    this.#solver.bound(2 * at, Math.max(step, 0), Math.max(step, 0));
    this.#solver.bound(2 * at + 1, Math.max(-step, 0), Math.max(-step, 0));
    const found = this.#solver.least();
    this.#solver.bound(2 * at, 0, Number.POSITIVE_INFINITY);
    this.#solver.bound(2 * at + 1, 0, value);
    if (found === null || found === "unbounded") return null;
    const moves = this.#cells.map(
      (one, place) => [one, Math.abs((found.columns[2 * place] ?? 0) - (found.columns[2 * place + 1] ?? 0))] as const,
    );
    return new Map(moves.filter(([, by]) => by > MOVED));
  }

  dispose(): void {
    this.#solver.dispose();
  }
}

/** The cells that may move and are linked to a cell by the fewest equations, itself first; at most so many. */
function nearest(
  { cells }: CountTable,
  touching: readonly (readonly Equation[])[],
  cell: number,
  most: number,
): number[] {
  const met = new Set([cell]);
  const seen = new Set<Equation>();
  for (const one of met) {
    for (const equation of touching[one] ?? []) {
      if (seen.has(equation)) continue;
      seen.add(equation);
      for (const next of equation.cells) {
        const { hidden, cost } = cells[next] as Cell;
        if (hidden || Number.isFinite(cost)) met.add(next);
      }
    }
    if (met.size >= most) break;
  }
  return [...met].slice(0, most);
}
