import { type Interval, propagate } from "./interval.ts";
import { Links } from "./links.ts";
import { Room } from "./room.ts";
import { Solver } from "./solver.ts";
import { boundsOf, type Cell, type CountTable, hiddenSums, partsOf, publicBounds } from "./table.ts";

const MOVED = 1e-6;
// Most cells find room among some hundred others, which is looked for a hundred times as fast as among all.
const NEAR = [120, 400, 1500, Number.POSITIVE_INFINITY];
// A long sum would leave no room for cells of others.
const EACH = 40;

/** A hidden cell that stays too narrow whatever else is hidden. */
export class NoRoom extends Error {
  readonly cell: number;

  constructor(cell: number, width: number) {
    super(`a hidden cell cannot be given a width of ${width}: ${cell}`);
    this.cell = cell;
  }
}

/**
 * Hides cells beside those that are hidden until no sensitive one can be narrowed below a width: of each hidden cell another
 * table is looked for that agrees with what is published; where there is none, the cheapest cells that may move with it are
 * hidden too. A table found once stays one, since hiding more only adds to them.
 * @param stuck where it is there, takes the cells that stay too narrow whatever else is hidden, and they are asked after no more
 * @returns the cells hidden in addition
 * @throws {NoRoom} where `stuck` is not there and even hiding all that may be hidden leaves a cell too narrow
 */
export async function hideMore(table: CountTable, width: number, stuck?: Set<number>): Promise<Set<number>> {
  const links = new Links(table);
  const room = new Room(table, links, width);
  const more = new Set<number>();
  if (stuck !== undefined) for (const cell of narrowWhateverIsHidden(table, width)) giveUp(table, cell, width, stuck);
  let asked = [...table.cells.keys()].filter((cell) => isAsked(table, cell));
  while (asked.length > 0) {
    // What is narrow by propagation alone needs no linear program to show it, and its room is that of many others.
    const narrow = narrowAtOnce(table, width);
    for (const cell of asked) if (!narrow.has(cell)) room.look(cell);
    const open = asked.filter((cell) => !room.isWide(cell));
    const first = await giveRoom(
      table,
      links,
      room,
      open.filter((cell) => narrow.has(cell)),
      width,
      stuck,
    );
    await room.lookAround(open);
    const hidden = [...first, ...(await giveRoom(table, links, room, open, width, stuck))];
    for (const cell of hidden) more.add(cell);
    asked = hidden.filter((cell) => isAsked(table, cell));
  }
  return more;
}

/** Cells that follow from what can never be hidden, such as what earlier releases have told. */
function narrowWhateverIsHidden({ cells, equations }: CountTable, width: number): Set<number> {
  const all = cells.map(({ told: _, ...cell }) => ({ ...cell, hidden: cell.hidden || Number.isFinite(cell.cost) }));
  const narrow = narrowAtOnce({ cells: all, equations }, width);
  return new Set([...narrow].filter((cell) => cells[cell]?.hidden));
}

function narrowAtOnce(table: CountTable, width: number): Set<number> {
  const narrow = partsOf(hiddenSums(table)).flatMap((part) => {
    const bounds = propagate(part, (cell) => publicBounds(table.cells[cell] as Cell));
    return part.cells.filter((cell) => {
      const { low, high } = bounds.get(cell) as Interval;
      return isAsked(table, cell) && high - low < width;
    });
  });
  return new Set(narrow);
}

function isAsked({ cells }: CountTable, cell: number): boolean {
  const { hidden, sensitive } = cells[cell] as Cell;
  return hidden && sensitive;
}

/** For each cell that is not wide the cheapest way of the table to be another one in which it is; gives the cells hidden for it. */
async function giveRoom(
  table: CountTable,
  links: Links,
  room: Room,
  asked: readonly number[],
  width: number,
  stuck: Set<number> | undefined,
): Promise<number[]> {
  const hidden: number[] = [];
  for (const cell of asked) {
    if (!isAsked(table, cell)) continue;
    // What was hidden for others may be room enough.
    room.look(cell);
    if (room.isWide(cell)) continue;
    const ways = await cheapestWays(table, links, cell, width);
    // It may be wide without being able to move a whole width, or all it can fall.
    if (ways.length === 0) await room.lookAlone(cell);
    if (ways.length === 0 && !room.isWide(cell)) giveUp(table, cell, width, stuck);
    for (const [moved, by] of ways.flatMap((way) => [...way])) {
      const one = table.cells[moved] as Cell;
      room.note(moved, one.value + by);
      if (one.hidden) continue;
      hidden.push(moved);
      one.hidden = true;
      room.opened(moved);
    }
  }
  return hidden;
}

function giveUp({ cells }: CountTable, cell: number, width: number, stuck: Set<number> | undefined): void {
  if (stuck === undefined) throw new NoRoom(cell, width);
  (cells[cell] as Cell).sensitive = false;
  stuck.add(cell);
}

/** How cells move when one gets its room: by its neighbours where that is possible, else by any. */
async function cheapestWays(
  table: CountTable,
  links: Links,
  cell: number,
  width: number,
): Promise<Array<Map<number, number>>> {
  for (const near of NEAR) {
    const ways = await Ways.around(table, links, cell, near);
    try {
      const found = ways.cheapest(cell, width);
      if (found.length > 0 || (ways.size < near && near > EACH * EACH)) return found;
    } finally {
      ways.dispose();
    }
  }
  return [];
}

/**
 * Other tables that agree with the equations: how much each cell rises and falls, in columns 2n and 2n + 1. A cell stays within its
 * bounds; what is never hidden does not move; to move a published cell costs what hiding it costs.
 */
class Ways {
  readonly #solver: Solver;
  readonly #table: CountTable;
  /** The cells that may move. */
  readonly #cells: readonly number[];
  /** What moving each costs, twice each. */
  readonly #costs: Float64Array;

  private constructor(solver: Solver, table: CountTable, cells: readonly number[], costs: Float64Array) {
    this.#solver = solver;
    this.#table = table;
    this.#cells = cells;
    this.#costs = costs;
  }

  /** The ways in which the nearest cells of a cell, so many of them, may move while all others stay. */
  static async around(table: CountTable, links: Links, cell: number, near: number): Promise<Ways> {
    const each = Number.isFinite(near) ? EACH : near;
    const cells = links.nearest(cell, near, each, (one) => mayMove(table.cells[one] as Cell));
    const rows = links.among(cells).map(({ places, signs }) => ({
      columns: places.flatMap((place) => [2 * place, 2 * place + 1]),
      values: signs.flatMap((sign) => [sign, -sign]),
      total: 0,
    }));
    const ends = cells.map((one) => reachOf(table.cells[one] as Cell));
    const costs = cells.flatMap((one) => {
      const { hidden, cost } = table.cells[one] as Cell;
      return hidden ? [0, 0] : [cost, cost];
    });
    const high = ends.flatMap(({ rise, fall }) => [rise, fall]);
    const solver = await Solver.of({ low: high.map(() => 0), high, costs, rows });
    return new Ways(solver, table, cells, Float64Array.from(costs));
  }

  get size(): number {
    return this.#cells.length;
  }

  /** How cells move when a cell rises by a width or, where it cannot, falls by some of it too; none where neither goes. */
  cheapest(cell: number, width: number): Array<Map<number, number>> {
    const { rise, fall } = reachOf(this.#table.cells[cell] as Cell);
    const [falls, rises] = [Math.min(fall, width), Math.min(rise, width)];
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
  #moves(cell: number, steps: readonly number[]): Array<Map<number, number>> {
    const ways = steps.filter((step) => step !== 0).map((step) => this.#move(cell, step));
    return ways.includes(null) ? [] : (ways as Array<Map<number, number>>);
  }

  /** How far a cell can rise, up to a step, whatever is hidden for it. */
  #farthest(cell: number, step: number): number {
    const column = 2 * this.#cells.indexOf(cell);
    const costs = new Float64Array(this.#costs.length);
    costs[column] = -1;
    this.#solver.costs(costs);
    this.#solver.bound(column, 0, step);
    this.#solver.bound(column + 1, 0, 0);
    const found = this.#solver.least();
    this.#solver.costs(this.#costs);
    return found === null || found === "unbounded" ? 0 : Math.floor((found.columns[column] ?? 0) + MOVED);
  }

  #move(cell: number, step: number): Map<number, number> | null {
    const at = this.#cells.indexOf(cell);
    this.#solver.bound(2 * at, Math.max(step, 0), Math.max(step, 0));
    this.#solver.bound(2 * at + 1, Math.max(-step, 0), Math.max(-step, 0));
    const found = this.#solver.least();
    const { rise, fall } = reachOf(this.#table.cells[cell] as Cell);
    this.#solver.bound(2 * at, 0, rise);
    this.#solver.bound(2 * at + 1, 0, fall);
    if (found === null || found === "unbounded") return null;
    const moves = this.#cells.map(
      (one, place) => [one, (found.columns[2 * place] ?? 0) - (found.columns[2 * place + 1] ?? 0)] as const,
    );
    return new Map(moves.filter(([, by]) => Math.abs(by) > MOVED));
  }

  dispose(): void {
    this.#solver.dispose();
  }
}

const mayMove = ({ hidden, cost }: Cell): boolean => hidden || Number.isFinite(cost);

/** How far a cell can rise and fall once it is hidden. */
function reachOf(cell: Cell): { rise: number; fall: number } {
  const { low, high } = boundsOf(cell);
  return { rise: high - cell.value, fall: cell.value - low };
}
