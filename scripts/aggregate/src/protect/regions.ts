import type { Cell, CountTable, Equation, Section } from "./table.ts";

/** Which region of the report a cell is of: null for none alone, such as the country; undefined where it is not known. */
export type RegionOf = (cell: number) => string | null | undefined;

/**
 * The regions of a table, each with the sums of its own cells alone. A cell that stands in a sum with others outside, such as a
 * province's count in that of the country, is told in its region: it does not move there, so that whatever moves within the region
 * moves within the whole table too. Whoever cannot narrow a cell though these are told cannot without them.
 */
export class Regions {
  readonly #table: CountTable;
  readonly #equations: ReadonlyMap<string | null | undefined, readonly Equation[]>;
  /** The cells that stand in sums of several regions. */
  readonly #borders: ReadonlySet<number>;

  constructor(table: CountTable, regionOf: RegionOf) {
    this.#table = table;
    const ofCell = regionsOfCells(table, regionOf);
    this.#equations = Map.groupBy(table.equations, ({ cells }) => commonRegion(cells.map((cell) => ofCell[cell])));
    const between = this.#equations.get(null) ?? [];
    this.#borders = new Set(between.flatMap(({ cells }) => [...cells]));
  }

  get names(): string[] {
    return [...this.#equations.keys()].filter((name): name is string => typeof name === "string");
  }

  /** A region as a table of its own, with cells of its own. */
  section(name: string): Section {
    const equations = this.#equations.get(name) ?? [];
    const at = [...new Set(equations.flatMap(({ cells }) => [...cells]))];
    const place = new Map(at.map((cell, index) => [cell, index]));
    return {
      at,
      cells: at.map((cell) => this.#cell(cell)),
      equations: equations.map(({ cells, signs }) => ({ cells: cells.map((cell) => place.get(cell) ?? 0), signs })),
    };
  }

  #cell(cell: number): Cell {
    const own = this.#table.cells[cell] as Cell;
    return this.#borders.has(cell) ? asTold(own) : { ...own };
  }
}

const asTold = ({ value }: Cell): Cell => ({ value, hidden: false, sensitive: false, cost: Number.POSITIVE_INFINITY });

/** The regions of cells; where one is not known it is that of the sums a cell stands in, if these are all of one. */
export function regionsOfCells({ cells, equations }: CountTable, regionOf: RegionOf): Array<string | null | undefined> {
  const known = cells.map((_, cell) => regionOf(cell));
  // What is published nowhere stands beside what is, or beside others that do.
  for (let round = 0; round < 2; round += 1)
    for (const [cell, region] of regionsBeside(equations, known)) known[cell] = region;
  return known;
}

/** The regions of cells that stand beside known ones; of several, none. */
function regionsBeside(
  equations: readonly Equation[],
  known: ReadonlyArray<string | null | undefined>,
): Map<number, string | null> {
  const found = new Map<number, string | null>();
  for (const { cells } of equations) {
    const region = commonRegion(cells.map((cell) => known[cell]).filter((one) => one !== undefined));
    const open = region === undefined ? [] : cells.filter((cell) => known[cell] === undefined);
    for (const cell of open) found.set(cell, found.has(cell) && found.get(cell) !== region ? null : (region ?? null));
  }
  return found;
}

/** The one region of all, null where there are several, undefined where none is known. */
function commonRegion(regions: ReadonlyArray<string | null | undefined>): string | null | undefined {
  const [first] = regions;
  return regions.every((region) => region === first) ? first : null;
}
