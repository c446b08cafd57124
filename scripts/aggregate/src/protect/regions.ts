import type { Cell, CountTable, Equation, Section } from "./table.ts";

/** Which region of the report a cell is of: null for none alone, such as the country; undefined where it is not known. */
export type RegionOf = (cell: number) => string | null | undefined;

/**
 * The regions of a table, each with the sums of its own cells, and with what sums with others say of its own while the others stay as
 * they are. A cell that stands alone in such a sum, such as a province's count in that of the country, is told in its region: so
 * whatever moves within the region moves within the whole table too. Whoever cannot narrow a cell though these are told cannot without them.
 */
export class Regions {
  readonly #table: CountTable;
  readonly #ofCell: ReadonlyArray<string | null | undefined>;
  readonly #equations: ReadonlyMap<string | null | undefined, readonly Equation[]>;
  /** What is left of sums of several regions for the cells of one. */
  readonly #shared: ReadonlyMap<string, readonly Equation[]>;
  /** The cells that stand alone of their region in sums with others. */
  readonly #borders: ReadonlySet<number>;

  constructor(table: CountTable, regionOf: RegionOf) {
    this.#table = table;
    const ofCell = regionsOfCells(table, regionOf);
    this.#ofCell = ofCell;
    this.#equations = Map.groupBy(table.equations, ({ cells }) => commonRegion(cells.map((cell) => ofCell[cell])));
    const between = (this.#equations.get(null) ?? []).flatMap((equation) => partsByRegion(equation, ofCell));
    this.#borders = new Set(between.filter(({ own }) => own.cells.length === 1).map(({ own }) => own.cells[0] ?? -1));
    const several = between.filter(({ own }) => own.cells.length > 1);
    this.#shared = new Map(
      [...Map.groupBy(several, ({ region }) => region)].map(([name, parts]) => [name, parts.map(({ own }) => own)]),
    );
  }

  get names(): string[] {
    return [...this.#equations.keys()].filter((name): name is string => typeof name === "string");
  }

  /** The region of a cell; none where it is of several. */
  of(cell: number): string | null | undefined {
    return this.#ofCell[cell];
  }

  /** A region as a table of its own, with cells of its own; what others come to in a sum is a cell of no place in the table. */
  section(name: string): Section {
    const equations = this.#equations.get(name) ?? [];
    const shared = this.#shared.get(name) ?? [];
    const at = [...new Set([...equations, ...shared].flatMap(({ cells }) => [...cells]))];
    const place = new Map(at.map((cell, index) => [cell, index]));
    const here = ({ cells, signs }: Equation) => ({ cells: cells.map((cell) => place.get(cell) ?? 0), signs });
    const others = shared.map((equation) => asTold({ value: -this.#sumOf(equation) }));
    return {
      at: [...at, ...others.map(() => -1)],
      cells: [...at.map((cell) => this.#cell(cell)), ...others],
      equations: [
        ...equations.map(here),
        ...shared.map((equation, number) => withOther(here(equation), at.length + number)),
      ],
    };
  }

  #sumOf({ cells, signs }: Equation): number {
    return cells.reduce((sum, cell, at) => sum + (signs[at] ?? 1) * (this.#table.cells[cell]?.value ?? 0), 0);
  }

  #cell(cell: number): Cell {
    const own = this.#table.cells[cell] as Cell;
    return this.#borders.has(cell) ? asTold(own) : { ...own };
  }
}

const withOther = ({ cells, signs }: Equation, other: number): Equation => ({
  cells: [...cells, other],
  signs: [...signs, 1],
});

/** The cells that each region has in a sum of several, with their signs. */
function partsByRegion({ cells, signs }: Equation, ofCell: ReadonlyArray<string | null | undefined>) {
  const parts = new Map<string, { cells: number[]; signs: Array<1 | -1> }>();
  for (const [at, cell] of cells.entries()) {
    const region = ofCell[cell];
    if (region === null || region === undefined) continue;
    const own = parts.get(region) ?? { cells: [], signs: [] };
    parts.set(region, own);
    own.cells.push(cell);
    own.signs.push(signs[at] ?? 1);
  }
  return [...parts].map(([region, own]) => ({ region, own }));
}

const asTold = ({ value }: Pick<Cell, "value">): Cell => ({
  value,
  hidden: false,
  sensitive: false,
  cost: Number.POSITIVE_INFINITY,
});

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
