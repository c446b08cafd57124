import type { Links } from "./links.ts";
import { type CountTable, isOpen, publicBounds } from "./table.ts";

/**
 * Another table that agrees with all that is published of a first one: how far some cells are there from what they are in the
 * first, while all others are the same. A cell that is far enough in one, or between two, is proven to be hidden; whether a
 * witness is right can be seen in a moment, however long it was looked for.
 */
export interface Witness {
  cells: Numbers;
  by: Numbers;
}

/** Numbers of a list, or of a typed array: a country has some ten millions of them. */
export interface Numbers extends Iterable<number> {
  readonly length: number;
  readonly [at: number]: number;
  entries(): Iterable<[number, number]>;
}

/** The same in as little memory as it takes. */
export function packed(witness: Witness): Witness {
  return moved(witness, (cell) => cell);
}

/** The same in a table in which the cells have other numbers. */
export function moved({ cells, by }: Witness, numberOf: (cell: number) => number): Witness {
  return { cells: Int32Array.from(cells, numberOf), by: Float64Array.from(by) };
}

// What a solver's floating point may be off by, in a cell and in a sum of many.
const SLACK = 1e-6;
const SLACK_OF_SUM = 1e-4;

/** Whether a witness agrees with what is published of a table whose cells have these values. */
export function holds(witness: Witness, table: CountTable, links: Links, values: Float64Array): boolean {
  const fits = [...witness.cells].every((cell, at) => {
    const one = table.cells[cell];
    if (one === undefined || !isOpen(one)) return false;
    const { low, high } = publicBounds(one);
    const value = (values[cell] ?? 0) + (witness.by[at] ?? 0);
    return value >= low - SLACK && value <= high + SLACK;
  });
  return fits && staysEqual(witness, links);
}

/** Whether every sum stays what it is. */
function staysEqual({ cells, by }: Witness, links: Links): boolean {
  const over = new Map<number, number>();
  for (const [place, cell] of cells.entries())
    for (let at = links.starts[cell] ?? 0; at < (links.starts[cell + 1] ?? 0); at += 1) {
      const sum = links.touching[at] ?? 0;
      over.set(sum, (over.get(sum) ?? 0) + (links.signs[at] ?? 1) * (by[place] ?? 0));
    }
  return [...over.values()].every((sum) => Math.abs(sum) < SLACK_OF_SUM);
}
