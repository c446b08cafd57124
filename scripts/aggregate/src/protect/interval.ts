import type { HiddenSum, Part } from "./table.ts";

/** The whole numbers that a cell may be for all that an outsider can prove; `high` may be infinite. */
export interface Interval {
  low: number;
  high: number;
}

// Each round narrows by what the last one found; bounds that creep are left to the linear program.
const MOST_ROUNDS = 30;

/**
 * Bounds that follow from each sum by itself, again and again.
 * @param known what is published of a cell by itself; by default that it is no less than 0
 */
export function propagate({ cells, sums }: Part, known: (cell: number) => Interval = anyCount): Map<number, Interval> {
  const bounds = new Map(cells.map((cell) => [cell, { ...known(cell) }]));
  const touching = sumsOf(sums);
  let due = new Set(sums);
  for (let round = 0; round < MOST_ROUNDS && due.size > 0; round += 1) {
    const changed = [...due].flatMap((sum) => narrow(sum, bounds));
    due = new Set(changed.flatMap((cell) => touching.get(cell) ?? []));
  }
  return bounds;
}

const anyCount = (): Interval => ({ low: 0, high: Number.POSITIVE_INFINITY });

function sumsOf(sums: readonly HiddenSum[]): Map<number, HiddenSum[]> {
  const touching = new Map<number, HiddenSum[]>();
  for (const sum of sums)
    for (const cell of sum.cells) {
      const own = touching.get(cell);
      if (own === undefined) touching.set(cell, [sum]);
      else own.push(sum);
    }
  return touching;
}

/** @returns the cells that a sum narrows */
function narrow({ cells, signs, total }: HiddenSum, bounds: ReadonlyMap<number, Interval>): number[] {
  const parts = cells.map((cell, at) => signed(bounds.get(cell) as Interval, signs[at] ?? 1));
  const [least, most] = [new Total(parts.map(({ low }) => low)), new Total(parts.map(({ high }) => high))];
  return cells.filter((cell, at) => {
    const { low, high } = parts[at] as Interval;
    // sign × cell = total − the others
    const own = signed({ low: total - most.without(high), high: total - least.without(low) }, signs[at] ?? 1);
    return tighten(bounds.get(cell) as Interval, own);
  });
}

function tighten(bound: Interval, { low, high }: Interval): boolean {
  const narrowed = low > bound.low || high < bound.high;
  if (low > bound.low) bound.low = low;
  if (high < bound.high) bound.high = high;
  return narrowed;
}

// Plus 0: a bound is never −0.
const signed = ({ low, high }: Interval, sign: 1 | -1): Interval =>
  sign === 1 ? { low, high } : { low: -high + 0, high: -low + 0 };

/** A sum of numbers of which some may have no end. */
class Total {
  #finite = 0;
  #endless = 0;
  readonly #end: number;

  constructor(numbers: readonly number[]) {
    this.#end = numbers.find((number) => !Number.isFinite(number)) ?? 0;
    for (const number of numbers) {
      if (Number.isFinite(number)) this.#finite += number;
      else this.#endless += 1;
    }
  }

  /** The sum of all others. */
  without(number: number): number {
    const endless = Number.isFinite(number) ? this.#endless : this.#endless - 1;
    if (endless > 0) return this.#end;
    return Number.isFinite(number) ? this.#finite - number : this.#finite;
  }
}
