import type { CountTable, Equation } from "./table.ts";

/** A row of a linear program: cells by their places among some, with their signs. */
export interface LinkRow {
  places: number[];
  signs: Array<1 | -1>;
}

/** Which equations each cell of a table stands in, and which cells are near which. */
export class Links {
  readonly equations: readonly Equation[];
  /** Where the equations of each cell begin in `touching` and `signs`; those of the next cell end them. */
  readonly starts: Int32Array;
  /** The equations that cells stand in, cell by cell, and with which sign. */
  readonly touching: Int32Array;
  readonly signs: Int8Array;
  /** The call that last met a cell, or an equation: a table is looked through many thousand times. */
  readonly #cellMet: Int32Array;
  readonly #equationMet: Int32Array;
  #call = 0;

  constructor({ cells, equations }: CountTable) {
    this.equations = equations;
    this.starts = startsOf(cells.length, equations);
    this.touching = new Int32Array(this.starts[cells.length] ?? 0);
    this.signs = new Int8Array(this.touching.length);
    const next = this.starts.slice();
    for (const [number, { cells: own, signs }] of equations.entries())
      for (const [at, cell] of own.entries()) {
        const place = next[cell] ?? 0;
        next[cell] = place + 1;
        this.touching[place] = number;
        this.signs[place] = signs[at] ?? 1;
      }
    this.#cellMet = new Int32Array(cells.length);
    this.#equationMet = new Int32Array(equations.length);
  }

  /** The equations that any of some cells stands in. */
  equationsOf(cells: readonly number[]): Equation[] {
    const call = this.#next();
    const found: Equation[] = [];
    for (const cell of cells)
      for (const number of this.numbersOf(cell)) {
        if (this.#equationMet[number] === call) continue;
        this.#equationMet[number] = call;
        found.push(this.equations[number] as Equation);
      }
    return found;
  }

  /** The equations that a cell stands in, by number. */
  numbersOf(cell: number): Int32Array {
    return this.touching.subarray(this.starts[cell], this.starts[cell + 1]);
  }

  /** In how many equations a cell stands. */
  countOf(cell: number): number {
    return (this.starts[cell + 1] ?? 0) - (this.starts[cell] ?? 0);
  }

  /** The equations that any of some cells stands in, with no others in them: places among these cells, and signs. */
  among(cells: readonly number[]): LinkRow[] {
    const found = new Map<number, LinkRow>();
    for (const [place, cell] of cells.entries())
      for (let at = this.starts[cell] ?? 0; at < (this.starts[cell + 1] ?? 0); at += 1) {
        const number = this.touching[at] ?? 0;
        const sign = this.signs[at] === 1 ? 1 : -1;
        const own = found.get(number);
        if (own === undefined) found.set(number, { places: [place], signs: [sign] });
        else {
          own.places.push(place);
          own.signs.push(sign);
        }
      }
    return [...found.values()];
  }

  /**
   * The cells linked to one by the fewest equations, itself first.
   * @param most how many cells at most
   * @param each how many of one equation at most: a long sum would leave no room for others
   */
  nearest(cell: number, most: number, each: number, wanted: (cell: number) => boolean): number[] {
    const call = this.#next();
    const met = [cell];
    this.#cellMet[cell] = call;
    for (let at = 0; at < met.length && met.length < most; at += 1) {
      const one = met[at] ?? cell;
      for (const number of this.numbersOf(one)) {
        if (this.#equationMet[number] === call) continue;
        this.#equationMet[number] = call;
        for (const next of someOf(this.equations[number] as Equation, one, each, wanted)) {
          if (this.#cellMet[next] === call) continue;
          this.#cellMet[next] = call;
          met.push(next);
        }
      }
    }
    return met.slice(0, most);
  }

  #next(): number {
    this.#call += 1;
    return this.#call;
  }
}

function startsOf(cells: number, equations: readonly Equation[]): Int32Array {
  const starts = new Int32Array(cells + 1);
  for (const { cells: own } of equations) for (const cell of own) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  for (let cell = 0; cell < cells; cell += 1) starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
  return starts;
}

/** The wanted cells of an equation that follow a cell, the first among them since it is the whole, so many. */
function someOf({ cells }: Equation, from: number, each: number, wanted: (cell: number) => boolean): number[] {
  const first = cells[0] ?? from;
  const some = wanted(first) ? [first] : [];
  const start = cells.length <= each ? 0 : cells.indexOf(from);
  for (let step = 1, found = 0; step <= cells.length && found < each; step += 1) {
    const next = cells[(start + step) % cells.length] ?? from;
    if (!wanted(next)) continue;
    found += 1;
    some.push(next);
  }
  return some;
}
