import type { Links } from "./links.ts";
import { type Program, Solver } from "./solver.ts";
import { boundsOf, type Cell, type CountTable } from "./table.ts";
import type { Witness } from "./witness.ts";

const MOVED = 1e-6;
// A long sum would leave no room for cells of others.
const EACH = 40;
// A cell among the nearest so many of all has most of what is near itself there too.
const AMIDST = 1 / 4;
// A country's count is not hidden for a commune's unless nothing else helps: all that is linked with it would be near.
const DEAR = 2000;

/**
 * Other tables that agree with the equations: how much the cells near one rise and fall while all others stay. A cell stays
 * within its bounds; what is never hidden does not move; to move a published cell costs what hiding it costs.
 */
export class Ways {
  readonly #solver: Solver;
  readonly #table: CountTable;
  /** The cells that may move, the nearest first. */
  readonly #cells: readonly number[];
  readonly #columns: Columns;
  readonly #most: number;

  private constructor(solver: Solver, table: CountTable, cells: readonly number[], columns: Columns, most: number) {
    this.#solver = solver;
    this.#table = table;
    this.#cells = cells;
    this.#columns = columns;
    this.#most = most;
  }

  /** The ways in which the nearest cells of a cell, so many of them, may move. To be disposed. */
  static async around(
    table: CountTable,
    links: Links,
    cell: number,
    most: number,
    each = Number.isFinite(most) ? EACH : most,
  ): Promise<Ways> {
    const dear = Number.isFinite(most) ? DEAR * (table.cells[cell]?.cost ?? 1) : Number.MAX_VALUE;
    const cells = links.nearest(cell, most, each, (one) => mayMove(table.cells[one] as Cell, dear));
    const columns = new Columns(table, cells);
    const solver = await Solver.of(columns.program(links.among(cells)));
    return new Ways(solver, table, cells, columns, most);
  }

  /** Whether more cells would be the same ones, but for those that are dear. */
  get isWhole(): boolean {
    return this.#cells.length < this.#most && this.#most > EACH * EACH;
  }

  /** Whether a cell is so near the middle that its own nearest cells are mostly these. */
  isAmidst(cell: number): boolean {
    const place = this.#columns.placeOf(cell);
    return place !== undefined && (this.isWhole || place < this.#cells.length * AMIDST);
  }

  /** Says that a cell has been hidden since: to move it costs nothing any more. */
  opened(cell: number): void {
    for (const column of this.#columns.of(cell)) {
      this.#columns.costs[column] = 0;
      this.#solver.cost(column, 0);
    }
  }

  /** How cells move when a cell rises by a width or, where it cannot, falls by some of it too; none where neither goes. */
  cheapest(cell: number, width: number): Witness[] {
    const { rise, fall } = reachOf(this.#table.cells[cell] as Cell);
    const [falls, rises] = [Math.min(fall, width), Math.min(rise, width)];
    // Where nothing moves all sums hold: a few steps from there to this cell's way, many from the last cell's.
    this.#solver.restart();
    for (const steps of [[width], [width - falls, -falls], [rises, rises - width]]) {
      if (steps.some((step) => step > rise || -step > fall)) continue;
      const ways = this.#moves(cell, steps);
      if (ways.length > 0) return ways;
    }
    // Others may keep it from going either way whole.
    const up = this.#farthest(cell, rises);
    return up === 0 || width - up > fall ? [] : this.#moves(cell, [up, up - width]);
  }

  /** A way for each step, none where one of them cannot be gone. */
  #moves(cell: number, steps: readonly number[]): Witness[] {
    const ways: Witness[] = [];
    for (const step of steps) {
      if (step === 0) continue;
      const way = this.#move(cell, step);
      if (way === null) return [];
      ways.push(way);
    }
    return ways;
  }

  /** How far a cell can rise, up to a step, whatever is hidden for it. */
  #farthest(cell: number, step: number): number {
    const costs = new Float64Array(this.#columns.costs.length);
    costs[this.#columns.of(cell)[0] ?? 0] = -1;
    this.#solver.costs(costs);
    const columns = this.#within(cell, 0, step);
    this.#solver.costs(this.#columns.costs);
    return columns === null ? 0 : Math.floor(this.#columns.moveOf(cell, columns) + MOVED);
  }

  #move(cell: number, step: number): Witness | null {
    const columns = this.#within(cell, step, step);
    if (columns === null) return null;
    const moved = this.#cells
      .map((one) => [one, this.#columns.moveOf(one, columns)] as const)
      .filter(([, by]) => Math.abs(by) > MOVED);
    return { cells: moved.map(([one]) => one), by: moved.map(([, by]) => by) };
  }

  /** The columns of the cheapest way in which a cell moves at least and at most so far. */
  #within(cell: number, least: number, most: number): Float64Array | null {
    const [up = 0, down = 0] = this.#columns.of(cell);
    const { rise, fall } = reachOf(this.#table.cells[cell] as Cell);
    this.#solver.bound(up, Math.max(least, 0), Math.max(most, 0));
    this.#solver.bound(down, Math.max(-most, 0), Math.max(-least, 0));
    const found = this.#solver.least();
    this.#solver.bound(up, 0, rise);
    this.#solver.bound(down, 0, fall);
    return found === null || found === "unbounded" ? null : found.columns;
  }

  dispose(): void {
    this.#solver.dispose();
  }
}

/**
 * The columns of cells: of each two, how much it rises and how much it falls. A hidden cell could do with one, but a program's
 * answer is a corner of what is possible, in which nearly every column is at one of its ends: with two it is one to stay.
 */
class Columns {
  readonly #places: ReadonlyMap<number, number>;
  readonly #high: number[] = [];
  readonly costs: Float64Array;

  constructor(table: CountTable, cells: readonly number[]) {
    this.#places = new Map(cells.map((cell, place) => [cell, place]));
    this.costs = new Float64Array(2 * cells.length);
    for (const [place, cell] of cells.entries()) {
      const one = table.cells[cell] as Cell;
      const { rise, fall } = reachOf(one);
      this.#high.push(rise, fall);
      this.costs.fill(one.hidden ? 0 : one.cost, 2 * place, 2 * place + 2);
    }
  }

  placeOf(cell: number): number | undefined {
    return this.#places.get(cell);
  }

  of(cell: number): number[] {
    const place = this.#places.get(cell);
    return place === undefined ? [] : [2 * place, 2 * place + 1];
  }

  /** How far a cell moves. */
  moveOf(cell: number, columns: Float64Array): number {
    const [up = 0, down = 0] = this.of(cell);
    return (columns[up] ?? 0) - (columns[down] ?? 0);
  }

  program(links: ReadonlyArray<{ places: readonly number[]; signs: ReadonlyArray<1 | -1> }>): Program {
    const rows = links.map(({ places, signs }) => ({
      columns: places.flatMap((place) => [2 * place, 2 * place + 1]),
      values: signs.flatMap((sign) => [sign, -sign]),
      total: 0,
    }));
    return { low: this.#high.map(() => 0), high: this.#high, costs: [...this.costs], rows };
  }
}

const mayMove = ({ hidden, cost }: Cell, most: number): boolean => hidden || cost <= most;

/** How far a cell can rise and fall once it is hidden. */
function reachOf(cell: Cell): { rise: number; fall: number } {
  const { low, high } = boundsOf(cell);
  return { rise: high - cell.value, fall: cell.value - low };
}
