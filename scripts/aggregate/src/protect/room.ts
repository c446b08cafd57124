import { Exchange } from "./exchange.ts";
import type { Interval } from "./interval.ts";
import type { Links } from "./links.ts";
import { type Program, Solver } from "./solver.ts";
import { boundsOf, type Cell, type CountTable, isOpen, publicBounds } from "./table.ts";
import { holds, packed, type Witness } from "./witness.ts";

// All cells near one are looked at together; each look shows some of them to be wide, until it shows none.
const MOST_LOOKS = 200;
// As many cells as a linear program over them takes some tenths of a second for: what a large province hides. Fewer would leave what
// is near their edge to be looked at cell by cell.
const AROUND = 30_000;
const NEARER = [200, 800];
// Where many move together none needs to move far.
const FARTHEST = 8;
// What a solver's floating point may be off by.
const SLACK = 1e-6;
const NOISE = 1e-9;

/**
 * Tables beside a first one that agree with all that is published too: what every cell is in any of them. Two of them in which
 * a cell differs by a width prove that nobody can narrow it below that.
 */
export class Room {
  readonly #table: CountTable;
  readonly #links: Links;
  readonly #width: number;
  /** The first table, in which every cell is its value unless `start` says otherwise. */
  readonly #values: Float64Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #exchange: Exchange;
  /** The tables that have shown something of a cell that was not wide before. */
  readonly witnesses: Witness[] = [];

  constructor(table: CountTable, links: Links, width: number) {
    this.#table = table;
    this.#links = links;
    this.#width = width;
    this.#values = Float64Array.from(table.cells, ({ value }) => value);
    this.#low = this.#values.slice();
    this.#high = this.#values.slice();
    this.#exchange = new Exchange(table, links, this.#values);
  }

  /** Says what cells are in the first table, where that is not their value. */
  start(values: ReadonlyMap<number, number>): void {
    for (const [cell, value] of values) for (const table of [this.#values, this.#low, this.#high]) table[cell] = value;
    for (const cell of values.keys()) this.#exchange.opened(cell);
  }

  /** Says that a cell has been hidden since. */
  opened(cell: number): void {
    this.#exchange.opened(cell);
  }

  /** What a cell is seen to be, rounded inward to whole numbers. */
  seen(cell: number): Interval {
    return inward({ low: this.#low[cell] ?? 0, high: this.#high[cell] ?? 0 });
  }

  isWide(cell: number): boolean {
    const [low, high] = [this.#low[cell] ?? 0, this.#high[cell] ?? 0];
    return Math.floor(high + SLACK) - Math.ceil(low - SLACK) >= this.#width;
  }

  /** Keeps what cells are in another table, and that table if it shows anything. */
  keep(witness: Witness): void {
    let shows = false;
    for (const [at, cell] of witness.cells.entries()) {
      const isNew = !shows && isAsked(this.#table.cells[cell] as Cell) && !this.isWide(cell);
      if (this.#note(cell, (this.#values[cell] ?? 0) + (witness.by[at] ?? 0)) && isNew) shows = true;
    }
    if (shows) this.witnesses.push(packed(witness));
  }

  /** Keeps those of some tables, found elsewhere, that agree with what is published here. */
  recall(witnesses: readonly Witness[]): void {
    for (const witness of witnesses) if (holds(witness, this.#table, this.#links, this.#values)) this.keep(witness);
  }

  /** @returns whether the cell has been seen to be so much, or so little, for the first time */
  #note(cell: number, value: number): boolean {
    const [low, high] = [this.#low[cell] ?? 0, this.#high[cell] ?? 0];
    if (value < low) this.#low[cell] = value;
    if (value > high) this.#high[cell] = value;
    return value < low || value > high;
  }

  /** Looks for exchanges that show a cell to be wide: down as far as it can, and up by what is left. */
  look(cell: number): void {
    const value = this.#values[cell] ?? 0;
    const { low } = boundsOf(this.#table.cells[cell] ?? {});
    const falls = Math.min(this.#width, Math.floor(value - low));
    for (const step of [-falls, this.#width - falls, this.#width]) {
      if (this.isWide(cell)) return;
      const found = step === 0 ? null : this.#exchange.find(cell, step);
      if (found !== null) this.keep(found);
    }
  }

  /** Looks at cells by linear programs over all that are near one of them, as long as some turn out to be wide. */
  async lookAround(cells: readonly number[]): Promise<void> {
    const covered = new Set<number>();
    for (const cell of cells) {
      if (covered.has(cell) || this.isWide(cell)) continue;
      const near = this.#near(cell);
      for (const one of near) covered.add(one);
      await this.#lookTogether(near);
    }
  }

  /** Looks at one cell by linear programs over ever more of what is near it. */
  async lookAlone(cell: number): Promise<void> {
    for (const most of [...NEARER, AROUND]) {
      if (this.isWide(cell)) return;
      const near = this.#near(cell, most);
      const solver = await Solver.of(this.#program(near));
      try {
        for (const round of [0, 1]) if (!this.isWide(cell)) this.#ask(solver, near, [0], round);
      } finally {
        solver.dispose();
      }
      if (near.length < most) return;
    }
  }

  #near(cell: number, most = AROUND): number[] {
    return this.#links.nearest(cell, most, most, (one) => isOpen(this.#table.cells[one] as Cell));
  }

  async #lookTogether(cells: readonly number[]): Promise<void> {
    const solver = await Solver.of(this.#program(cells));
    try {
      let open = this.#narrowIn(cells);
      for (let round = 0; round < MOST_LOOKS && open.length > 0; round += 1) {
        this.#ask(solver, cells, open, round);
        const left = this.#narrowIn(cells);
        // The first two looks at a cell are one from above and one from below.
        if (round > 1 && left.length === open.length) return;
        open = left;
      }
    } finally {
      solver.dispose();
    }
  }

  /** Which of some cells are asked after and not yet wide, by their places. */
  #narrowIn(cells: readonly number[]): number[] {
    return [...cells.keys()].filter((at) => {
      const cell = cells[at] ?? 0;
      return isAsked(this.#table.cells[cell] as Cell) && !this.isWide(cell);
    });
  }

  /** All of some cells may move, and no others. */
  #program(cells: readonly number[]): Program {
    const rows = this.#links.among(cells).map(({ places, signs }) => ({
      columns: places,
      values: signs,
      total: places.reduce((sum, place, at) => sum + (signs[at] ?? 1) * (this.#values[cells[place] ?? 0] ?? 0), 0),
    }));
    const bounds = cells.map((cell) => this.#reachOf(cell));
    return { low: bounds.map(({ low }) => low), high: bounds.map(({ high }) => high), rows };
  }

  #reachOf(cell: number): Interval {
    const { low, high } = publicBounds(this.#table.cells[cell] as Cell);
    const value = this.#values[cell] ?? 0;
    const reach = FARTHEST * this.#width;
    return { low: Math.max(low, value - reach), high: Math.min(high, value + reach) };
  }

  /** Has cells rise or fall together, each as it is asked to in this round, and keeps the table in which most of them do. */
  #ask(solver: Solver, cells: readonly number[], asked: readonly number[], round: number): void {
    const reach = cells.map((cell) => this.#reachOf(cell));
    const costs = new Float64Array(cells.length);
    for (const at of asked) {
      const goal = this.#goalOf(cells[at] ?? 0, reach[at] as Interval, signOf(at, round));
      [reach[at], costs[at]] = [goal.reach, goal.cost];
    }
    solver.bounds(reach);
    solver.costs(costs);
    const found = solver.least();
    if (found === null || found === "unbounded") return;
    const by = cells.map((cell, at) => (found.columns[at] ?? 0) - (this.#values[cell] ?? 0));
    const moved = [...cells.keys()].filter((at) => Math.abs(by[at] ?? 0) > NOISE);
    this.keep({ cells: moved.map((at) => cells[at] ?? 0), by: moved.map((at) => by[at] ?? 0) });
  }

  /**
   * How a cell is asked to move: no farther than it needs to be seen to be wide, since what it leaves others can take, and the
   * nearer that is the more it counts.
   * @param wanted 1 to fall, −1 to rise, where it can do either
   */
  #goalOf(cell: number, { low, high }: Interval, wanted: 1 | -1): { reach: Interval; cost: number } {
    const value = this.#values[cell] ?? 0;
    const [least, most] = [this.#low[cell] ?? 0, this.#high[cell] ?? 0];
    const lowest = Math.max(low, Math.floor(most + SLACK) - this.#width);
    const highest = Math.min(high, Math.ceil(least - SLACK) + this.#width);
    const [mayFall, mayRise] = [lowest < least - SLACK, highest > most + SLACK];
    if (mayFall && (wanted === 1 || !mayRise)) return { reach: { low: lowest, high }, cost: 1 / (value - lowest) };
    if (mayRise) return { reach: { low, high: highest }, cost: -1 / (highest - value) };
    return { reach: { low, high }, cost: 0 };
  }
}

const isAsked = ({ hidden, sensitive }: Cell): boolean => hidden && sensitive;

/** One of the two ways to look at a cell in a round; each round cuts the cells in another way. */
export function signOf(cell: number, round: number): 1 | -1 {
  if (round < 2) return round === 0 ? 1 : -1;
  return (Math.imul(cell + 1, 2654435761) >>> (round + 4)) % 2 === 0 ? 1 : -1;
}

/** Whole numbers within an interval. */
export function inward({ low, high }: Interval): Interval {
  // Plus 0: a bound is never −0.
  return { low: Math.ceil(low - SLACK) + 0, high: Math.floor(high + SLACK) + 0 };
}
