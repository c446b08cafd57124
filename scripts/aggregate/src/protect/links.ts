import type { CountTable, Equation } from "./table.ts";

/** An equation that a cell stands in, with its sign there. */
export interface Link {
  equation: Equation;
  sign: 1 | -1;
}

/** Which equations each cell of a table stands in, and which cells are near which. */
export class Links {
  readonly #touching: readonly (readonly Link[])[];

  constructor({ cells, equations }: CountTable) {
    const touching: Link[][] = cells.map(() => []);
    for (const equation of equations)
      for (const [at, cell] of equation.cells.entries())
        touching[cell]?.push({ equation, sign: equation.signs[at] ?? 1 });
    this.#touching = touching;
  }

  /** The equations that a cell stands in. */
  touching(cell: number): readonly Link[] {
    return this.#touching[cell] ?? [];
  }

  /** The equations that any of some cells stands in, with no others in them: places among these cells, and signs. */
  among(cells: readonly number[]): Array<{ places: number[]; signs: Array<1 | -1> }> {
    const found = new Map<Equation, { places: number[]; signs: Array<1 | -1> }>();
    for (const [place, cell] of cells.entries())
      for (const { equation, sign } of this.#touching[cell] ?? []) {
        const own = found.get(equation);
        if (own === undefined) found.set(equation, { places: [place], signs: [sign] });
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
    const met = new Set([cell]);
    const seen = new Set<Equation>();
    for (const one of met) {
      for (const { equation } of this.#touching[one] ?? []) {
        if (seen.has(equation)) continue;
        seen.add(equation);
        for (const next of someOf(equation, one, each, wanted)) met.add(next);
      }
      if (met.size >= most) break;
    }
    return [...met].slice(0, most);
  }
}

/** The wanted cells of an equation that follow a cell, the first among them since it is the whole, so many. */
function* someOf(
  { cells }: Equation,
  from: number,
  each: number,
  wanted: (cell: number) => boolean,
): Generator<number> {
  const first = cells[0] ?? from;
  if (wanted(first)) yield first;
  const start = cells.length <= each ? 0 : cells.indexOf(from);
  let found = 0;
  for (let step = 1; step <= cells.length && found < each; step += 1) {
    const next = cells[(start + step) % cells.length] ?? from;
    if (!wanted(next)) continue;
    found += 1;
    yield next;
  }
}
