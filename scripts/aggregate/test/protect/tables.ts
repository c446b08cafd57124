import type { Cell, CountTable, Equation } from "../../src/protect/table.ts";

/** Numbers from 0 to 1 that are the same for the same seed. */
export function draws(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** A table of counts over several dimensions with every margin; -1 in an index is the margin of that dimension. */
export class Margins {
  readonly cells: Cell[] = [];
  readonly equations: Equation[] = [];
  readonly #at = new Map<string, number>();
  readonly #sizes: readonly number[];

  /** @param count the count of an inner cell */
  constructor(sizes: readonly number[], count: (index: readonly number[]) => number) {
    this.#sizes = sizes;
    const all = indices(sizes);
    // Drawn once: each count stands in several margins.
    const counts = new Map(all.filter((one) => one.every((part) => part >= 0)).map((one) => [one, count(one)]));
    for (const index of all) {
      const margins = index.filter((part) => part < 0).length;
      this.#at.set(index.join(), this.cells.length);
      const value = [...counts].reduce((sum, [one, own]) => sum + (covers(index, one) ? own : 0), 0);
      this.cells.push({ value, hidden: false, sensitive: true, cost: 10 ** margins * (1 + Math.log1p(value)) });
    }
    for (const index of all)
      for (const dimension of sizes.keys()) if (index[dimension] === -1) this.#add(index, dimension);
  }

  get table(): CountTable {
    return { cells: this.cells, equations: this.equations };
  }

  at(...index: number[]): number {
    return this.#at.get(index.join()) ?? -1;
  }

  #add(index: readonly number[], dimension: number): void {
    const parts = Array.from({ length: this.#sizes[dimension] ?? 0 }, (_, part) =>
      this.at(...index.with(dimension, part)),
    );
    this.equations.push({ cells: [this.at(...index), ...parts], signs: [1, ...parts.map(() => -1 as const)] });
  }
}

/** Releases of units × categories: each has the counts of a new week and, from the second on, those to date, with all margins. */
export function releases(seed: number, count: number) {
  const draw = draws(3000 + seed);
  const sizes = [2 + Math.floor(draw() * 3), 2 + Math.floor(draw() * 2)];
  const weeks = Array.from({ length: count }, () => new Margins(sizes, () => Math.floor(draw() ** 2 * 60)));
  const width = weeks[0]?.cells.length ?? 0;
  const cells = weeks.flatMap((week) => week.cells.map((cell) => ({ ...cell })));
  const equations = weeks.flatMap((week, at) => week.equations.map((equation) => shifted(equation, at * width)));
  const own = weeks.map((_, at) => range(at * width, width));
  for (let week = 1; week < count; week += 1) {
    const [from, before] = [cells.length, week === 1 ? 0 : cells.length - width];
    for (const at of range(0, width)) {
      const value = (cells[before + at]?.value ?? 0) + (cells[week * width + at]?.value ?? 0);
      cells.push({ value, hidden: false, sensitive: true, cost: cells[at]?.cost ?? 1 });
      equations.push({ cells: [from + at, before + at, week * width + at], signs: [1, -1, -1] });
    }
    equations.push(...(weeks[0]?.equations ?? []).map((equation) => shifted(equation, from)));
    own[week]?.push(...range(from, width));
  }
  const within = (known: ReadonlySet<number>): CountTable => ({
    cells,
    equations: equations.filter((equation) => equation.cells.every((cell) => known.has(cell))),
  });
  return {
    of: (release: number) => own[release] ?? [],
    only: (release: number) => within(new Set(own[release])),
    upTo: (release: number) => within(new Set(own.slice(0, release + 1).flat())),
  };
}

/** A country of provinces × districts × categories with every margin, and the province that each cell is of. */
export function country(seed: number) {
  const draw = draws(9000 + seed);
  const sizes = [2 + Math.floor(draw() * 3), 2 + Math.floor(draw() * 3), 2 + Math.floor(draw() * 2)];
  const margins = new Margins(sizes, () => (draw() < 0.15 ? 0 : Math.floor(draw() ** 2 * 60)));
  const provinces = new Map<number, string | null>();
  const all = sizes.map((size) => Array.from({ length: size + 1 }, (_, at) => at - 1));
  for (const province of all[0] ?? [])
    for (const district of all[1] ?? [])
      for (const category of all[2] ?? [])
        provinces.set(margins.at(province, district, category), province < 0 ? null : String(province));
  return { table: margins.table, regionOf: (cell: number) => provinces.get(cell) };
}

const range = (from: number, length: number) => Array.from({ length }, (_, at) => from + at);

const shifted = ({ cells, signs }: Equation, by: number): Equation => ({
  cells: cells.map((cell) => cell + by),
  signs,
});

function indices(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (all, size) => all.flatMap((index) => Array.from({ length: size + 1 }, (_, part) => [...index, part - 1])),
    [[]],
  );
}

const covers = (margin: readonly number[], index: readonly number[]) =>
  margin.every((part, at) => part === -1 || part === index[at]);

/** Hides what is below k, as the first step does. */
export function hideSmall({ cells }: CountTable, k: number): number {
  for (const cell of cells) cell.hidden = cell.value > 0 && cell.value < k;
  return cells.filter(({ hidden }) => hidden).length;
}
