import type { Links } from "./links.ts";
import { type Cell, type CountTable, type Equation, isOpen, publicBounds } from "./table.ts";
import type { Witness } from "./witness.ts";

// An exchange among hidden cells mostly needs four cells or six; one that needs more than so many is looked for otherwise.
const MOST_CELLS = 80;
const MOST_TRIES = 10;
// So many parts of a sum may share what one of them cannot take.
const MOST_SHARES = 8;
// Of a long sum so many cells are looked at, begun at another one in each try: first those that stand in few other sums.
const MOST_LOOKED_AT = 48;
const FREEST = 8;

/** A cell that may take some of what a sum is over by. */
interface Taker {
  cell: number;
  sign: number;
  step: number;
}

/**
 * Looks for exchanges: ways in which open cells of a table rise and fall while every sum stays what it is. It mends sums one by
 * one, each by a cell that can take what is over, and begins again where that does not come to an end: a thousand times as
 * fast as a linear program, and right whenever it finds one, but it may miss some.
 */
export class Exchange {
  readonly #table: CountTable;
  readonly #links: Links;
  readonly #values: Float64Array;
  /** How far each cell can fall, below 0, and rise. */
  readonly #fall: Float64Array;
  readonly #rise: Float64Array;
  /** The cells of each sum that can move, by their places in it: first those that stand in few others. */
  readonly #moving: Array<Int32Array | undefined> = [];
  /** How far each cell has moved, 0 where it has not, and which have. */
  readonly #moved: Float64Array;
  #movedCells: number[] = [];
  /** What each sum is over by, and those that are, or have been, since when. */
  readonly #over: Float64Array;
  #overSums: number[] = [];
  #state = 1;

  /** @param values a table that agrees with what is published */
  constructor(table: CountTable, links: Links, values: Float64Array) {
    this.#table = table;
    this.#links = links;
    this.#values = values;
    this.#fall = new Float64Array(table.cells.length);
    this.#rise = new Float64Array(table.cells.length);
    this.#moved = new Float64Array(table.cells.length);
    this.#over = new Float64Array(table.equations.length);
    for (const cell of table.cells.keys()) this.#measure(cell);
  }

  /** Says that a cell has been hidden since, or is another number in the first table. */
  opened(cell: number): void {
    this.#measure(cell);
    for (const number of this.#links.numbersOf(cell)) this.#moving[number] = undefined;
  }

  #measure(cell: number): void {
    const one = this.#table.cells[cell];
    if (one === undefined || !isOpen(one)) return;
    const { low, high } = publicBounds(one);
    const value = this.#values[cell] ?? 0;
    this.#fall[cell] = low - value;
    this.#rise[cell] = high - value;
  }

  /** How far which cells move when one moves by a step; null where none was found. */
  find(cell: number, step: number): Witness | null {
    if (!this.#fits(cell, step)) return null;
    // The same cell is always looked at in the same way.
    this.#state = cell + 1;
    for (let tried = 0; tried < MOST_TRIES; tried += 1) {
      this.#begin();
      this.#move(cell, step);
      if (!this.#mendAll()) continue;
      const cells = this.#movedCells;
      return { cells, by: cells.map((one) => this.#moved[one] ?? 0) };
    }
    return null;
  }

  #fits(cell: number, step: number): boolean {
    return step > 0 ? step <= (this.#rise[cell] ?? 0) : step >= (this.#fall[cell] ?? 0);
  }

  #begin(): void {
    for (const cell of this.#movedCells) this.#moved[cell] = 0;
    for (const sum of this.#overSums) this.#over[sum] = 0;
    this.#movedCells = [];
    this.#overSums = [];
  }

  #move(cell: number, step: number): void {
    this.#moved[cell] = step;
    this.#movedCells.push(cell);
    const { starts, touching, signs } = this.#links;
    for (let at = starts[cell] ?? 0; at < (starts[cell + 1] ?? 0); at += 1) {
      const sum = touching[at] ?? 0;
      const over = this.#over[sum] ?? 0;
      if (over === 0) this.#overSums.push(sum);
      this.#over[sum] = over + (signs[at] ?? 1) * step;
    }
  }

  /** Mends the sum that has been over for longest, until none is. */
  #mendAll(): boolean {
    for (let at = 0; at < this.#overSums.length; at += 1) {
      const sum = this.#overSums[at] ?? 0;
      const over = this.#over[sum] ?? 0;
      if (over !== 0 && (this.#movedCells.length > MOST_CELLS || !this.#mend(sum, over))) return false;
    }
    return true;
  }

  #mend(sum: number, over: number): boolean {
    let left = over;
    for (const { cell, sign, step } of this.#takers(sum, over)) {
      const share = Math.abs(step) >= Math.abs(left) ? -sign * left : step;
      this.#move(cell, share);
      left += sign * share;
      if (left === 0) return true;
    }
    return false;
  }

  /** The cells that may take what a sum is over by, and how much of it: alone the best of them, or some that share it. */
  #takers(sum: number, over: number): Taker[] {
    const { cells, signs } = this.#links.equations[sum] as Equation;
    const moving = this.#movingIn(sum);
    const start = moving.length <= MOST_LOOKED_AT ? 0 : Math.floor((this.#draw() / 2) * moving.length);
    const sharing: Taker[] = [];
    let [best, most] = [null as Taker | null, Number.NEGATIVE_INFINITY];
    for (let looked = 0; looked < moving.length; looked += 1) {
      if (looked >= MOST_LOOKED_AT && (best !== null || sharing.length >= MOST_LOOKED_AT)) break;
      const at = moving[looked < FREEST ? looked : FREEST + ((start + looked) % (moving.length - FREEST))] ?? 0;
      const cell = cells[at] ?? 0;
      if (this.#moved[cell] !== 0) continue;
      const sign = signs[at] ?? 1;
      const wanted = -sign * over;
      const step = wanted > 0 ? Math.min(wanted, this.#rise[cell] ?? 0) : Math.max(wanted, this.#fall[cell] ?? 0);
      if (step === 0) continue;
      if (step !== wanted) sharing.push({ cell, sign, step });
      else {
        const worth = this.#worth(cell, step, sum);
        if (worth > most) [best, most] = [{ cell, sign, step }, worth];
      }
    }
    if (best !== null) return [best];
    return sharing.sort((a, b) => Math.abs(b.step) - Math.abs(a.step) || a.cell - b.cell).slice(0, MOST_SHARES);
  }

  #movingIn(sum: number): Int32Array {
    const known = this.#moving[sum];
    if (known !== undefined) return known;
    const { cells } = this.#links.equations[sum] as Equation;
    const others = (at: number) => this.#links.countOf(cells[at] ?? 0);
    const places = [...cells.keys()].filter((at) => isOpen(this.#table.cells[cells[at] ?? 0] as Cell));
    const moving = Int32Array.from(places.sort((a, b) => others(a) - others(b) || a - b));
    this.#moving[sum] = moving;
    return moving;
  }

  /** Better is what mends other sums too, and what puts few others over; chance decides between the like. */
  #worth(cell: number, step: number, mended: number): number {
    let worth = this.#draw();
    const { starts, touching, signs } = this.#links;
    for (let at = starts[cell] ?? 0; at < (starts[cell + 1] ?? 0); at += 1) {
      const sum = touching[at] ?? 0;
      if (sum === mended) continue;
      const over = this.#over[sum] ?? 0;
      if (over === 0) worth -= 2;
      else if (over + (signs[at] ?? 1) * step === 0) worth += 2;
    }
    return worth;
  }

  /** From 0 to 2. */
  #draw(): number {
    this.#state = Math.imul(this.#state ^ (this.#state >>> 15), 2246822519) + 0x9e3779b9;
    return ((this.#state ^ (this.#state >>> 13)) >>> 0) / 2 ** 31;
  }
}
