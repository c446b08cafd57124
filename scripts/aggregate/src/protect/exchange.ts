import type { Links } from "./links.ts";
import { type Cell, type CountTable, type Equation, isOpen, publicBounds } from "./table.ts";

// An exchange among hidden cells mostly needs four cells or six; one that needs more than so many is looked for otherwise.
const MOST_CELLS = 80;
const MOST_TRIES = 10;
// So many parts of a sum may share what one of them cannot take.
const MOST_SHARES = 8;

/** A cell that may take some of what a sum is over by. */
interface Taker {
  cell: number;
  sign: 1 | -1;
  step: number;
  worth: number;
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
  /** The cells of each sum that can move, by their places in it. */
  readonly #moving = new Map<Equation, number[]>();
  /** How far each cell has moved, and what each sum is over by. */
  readonly #moved = new Map<number, number>();
  readonly #over = new Map<Equation, number>();
  #state = 1;

  /** @param values a table that agrees with what is published */
  constructor(table: CountTable, links: Links, values: Float64Array) {
    this.#table = table;
    this.#links = links;
    this.#values = values;
    this.#fall = new Float64Array(table.cells.length);
    this.#rise = new Float64Array(table.cells.length);
    for (const cell of table.cells.keys()) this.#measure(cell);
  }

  /** Says that a cell has been hidden since, or is another number in the first table. */
  opened(cell: number): void {
    this.#measure(cell);
    for (const { equation } of this.#links.touching(cell)) this.#moving.delete(equation);
  }

  #measure(cell: number): void {
    const one = this.#table.cells[cell];
    if (one === undefined || !isOpen(one)) return;
    const { low, high } = publicBounds(one);
    const value = this.#values[cell] ?? 0;
    [this.#fall[cell], this.#rise[cell]] = [low - value, high - value];
  }

  /** How far which cells move when one moves by a step; null where none was found. */
  find(cell: number, step: number): ReadonlyMap<number, number> | null {
    if (!this.#fits(cell, step)) return null;
    // The same cell is always looked at in the same way.
    this.#state = cell + 1;
    for (let tried = 0; tried < MOST_TRIES; tried += 1) {
      this.#moved.clear();
      this.#over.clear();
      this.#move(cell, step);
      if (this.#mendAll()) return this.#moved;
    }
    return null;
  }

  #fits(cell: number, step: number): boolean {
    return step > 0 ? step <= (this.#rise[cell] ?? 0) : step >= (this.#fall[cell] ?? 0);
  }

  #move(cell: number, step: number): void {
    this.#moved.set(cell, step);
    for (const { equation, sign } of this.#links.touching(cell)) {
      const over = (this.#over.get(equation) ?? 0) + sign * step;
      if (over === 0) this.#over.delete(equation);
      else this.#over.set(equation, over);
    }
  }

  /** Mends the sum that has been over for longest, until none is. */
  #mendAll(): boolean {
    for (const [equation, over] of this.#over) {
      if (this.#moved.size > MOST_CELLS || !this.#mend(equation, over)) return false;
    }
    return this.#over.size === 0;
  }

  #mend(equation: Equation, over: number): boolean {
    let left = over;
    for (const { cell, sign, step } of this.#takers(equation, over)) {
      const share = Math.abs(step) >= Math.abs(left) ? -sign * left : step;
      this.#move(cell, share);
      left += sign * share;
      if (left === 0) return true;
    }
    return false;
  }

  /** The cells that may take what a sum is over by, and how much of it: alone the best of them, or some that share it. */
  #takers(equation: Equation, over: number): Taker[] {
    const takers: Taker[] = [];
    for (const at of this.#movingIn(equation)) {
      const cell = equation.cells[at] ?? 0;
      if (this.#moved.has(cell)) continue;
      const sign = equation.signs[at] ?? 1;
      const wanted = -sign * over;
      const step = wanted > 0 ? Math.min(wanted, this.#rise[cell] ?? 0) : Math.max(wanted, this.#fall[cell] ?? 0);
      if (step !== 0) takers.push({ cell, sign, step, worth: this.#worth(cell, step, equation) });
    }
    const whole = takers.filter(({ step }) => Math.abs(step) === Math.abs(over));
    if (whole.length > 0) return [best(whole)];
    return takers.sort((a, b) => Math.abs(b.step) - Math.abs(a.step) || a.cell - b.cell).slice(0, MOST_SHARES);
  }

  #movingIn(equation: Equation): readonly number[] {
    const known = this.#moving.get(equation);
    if (known !== undefined) return known;
    const moving = [...equation.cells.keys()].filter((at) =>
      isOpen(this.#table.cells[equation.cells[at] ?? 0] as Cell),
    );
    this.#moving.set(equation, moving);
    return moving;
  }

  /** Better is what mends other sums too, and what puts few others over; chance decides between the like. */
  #worth(cell: number, step: number, mended: Equation): number {
    let worth = this.#draw();
    for (const { equation, sign } of this.#links.touching(cell)) {
      if (equation === mended) continue;
      const over = this.#over.get(equation) ?? 0;
      const after = over + sign * step;
      worth += 2 * (Math.sign(Math.abs(over)) - Math.sign(Math.abs(after)));
    }
    return worth;
  }

  #draw(): number {
    this.#state = Math.imul(this.#state ^ (this.#state >>> 15), 2246822519) + 0x9e3779b9;
    return ((this.#state ^ (this.#state >>> 13)) >>> 0) / 2 ** 31;
  }
}

function best(takers: readonly Taker[]): Taker {
  return takers.reduce((one, other) => (other.worth > one.worth ? other : one));
}
