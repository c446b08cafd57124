import type { Interval } from "./interval.ts";

/** A count of people that is published or hidden. */
export interface Cell {
  value: number;
  hidden: boolean;
  /** What is known of it even where it is hidden; where left out, that it is no less than 0. */
  bounds?: Interval;
  /** Where what is published is no number but a range, such as by a rounded percentage. */
  told?: Interval;
  /** Whether, once hidden, nobody may narrow it; false for what was never published and only links others. */
  sensitive: boolean;
  /** What hiding it costs the reader, above 0; infinite where it is never hidden. */
  cost: number;
}

/** Cells whose signed sum is zero, such as a parent and its children. */
export interface Equation {
  cells: readonly number[];
  signs: readonly (1 | -1)[];
}

/** Counts and all that is known to hold between them. */
export interface CountTable {
  cells: Cell[];
  equations: Equation[];
}

/** Whether a cell may be more than one number for all that is published of it. */
export function isOpen({ hidden, told }: Cell): boolean {
  return hidden || told !== undefined;
}

/** What is published of a cell by itself. */
export function publicBounds(cell: Cell): Interval {
  if (!cell.hidden) return cell.told ?? { low: cell.value, high: cell.value };
  return boundsOf(cell);
}

/** What is known of a cell even where it is hidden. */
export function boundsOf({ bounds }: Pick<Cell, "bounds">): Interval {
  return bounds ?? ANY_COUNT;
}

const ANY_COUNT: Interval = { low: 0, high: Number.POSITIVE_INFINITY };

/** What is left of equations when the published cells are filled in: sums of hidden cells, each with what they come to. */
export interface HiddenSum {
  cells: number[];
  signs: Array<1 | -1>;
  total: number;
}

/** The equations in which some cell is open. */
export function hiddenSums({ cells, equations }: CountTable): HiddenSum[] {
  return equations.flatMap((equation) => {
    const sum: HiddenSum = { cells: [], signs: [], total: 0 };
    for (const [at, cell] of equation.cells.entries()) {
      const sign = equation.signs[at] ?? 1;
      const { value } = cells[cell] as Cell;
      if (!isOpen(cells[cell] as Cell)) sum.total -= sign * value;
      else {
        sum.cells.push(cell);
        sum.signs.push(sign);
      }
    }
    return sum.cells.length === 0 ? [] : [sum];
  });
}

/** Hidden cells that some chain of sums links, with these sums: what is hidden in one part tells nothing of another. */
export interface Part {
  cells: number[];
  sums: HiddenSum[];
}

/** The parts into which hidden cells fall. */
export function partsOf(sums: readonly HiddenSum[]): Part[] {
  const parts = [...linked(sums).values()].map((own) => ({
    cells: [...new Set(own.flatMap(({ cells }) => cells))],
    sums: own,
  }));
  return parts;
}

/** A part of a table that no equation links to the rest, and which cells of the table its cells are. */
export interface Section extends CountTable {
  at: number[];
}

/** The sections of a table; the cells are those of the table itself. Cells in no equation are in none. */
export function sectionsOf({ cells, equations }: CountTable): Section[] {
  return [...linked(equations).values()].map((own) => {
    const at = [...new Set(own.flatMap((equation) => equation.cells))];
    const place = new Map(at.map((cell, index) => [cell, index]));
    return {
      at,
      cells: at.map((cell) => cells[cell] as Cell),
      equations: own.map((equation) => ({ ...equation, cells: equation.cells.map((cell) => place.get(cell) ?? 0) })),
    };
  });
}

/** What some chain of common cells links, together. */
function linked<Linking extends { cells: readonly number[] }>(links: readonly Linking[]): Map<number, Linking[]> {
  const first = new Map<number, number>();
  const rootOf = (cell: number): number => {
    let root = cell;
    for (let next = first.get(root); next !== undefined && next !== root; next = first.get(root)) root = next;
    first.set(cell, root);
    return root;
  };
  for (const { cells } of links) for (const cell of cells) first.set(rootOf(cell), rootOf(cells[0] ?? cell));
  return Map.groupBy(links, ({ cells }) => rootOf(cells[0] ?? -1));
}
