import { type Interval, propagate } from "./interval.ts";
import type { Links } from "./links.ts";
import { type Cell, type CountTable, hiddenSums, isOpen, partsOf, publicBounds } from "./table.ts";

// What makes a cell narrow lies mostly as near to it.
const NEAR = 20;

/** The sensitive hidden cells that are too narrow by propagation alone. */
export function narrowAtOnce(table: CountTable, width: number): Set<number> {
  const narrow = partsOf(hiddenSums(table)).flatMap((part) => {
    const bounds = propagate(part, (cell) => publicBounds(table.cells[cell] as Cell));
    return part.cells.filter((cell) => isAsked(table, cell) && isNarrow(bounds.get(cell), width));
  });
  return new Set(narrow);
}

/** Whether a cell is too narrow by the sums of its nearest cells alone: what lies further off may still make it so. */
export function isNarrowNear(table: CountTable, links: Links, cell: number, width: number): boolean {
  const near = links.nearest(cell, NEAR, NEAR, (one) => isOpen(table.cells[one] as Cell));
  const sums = hiddenSums({ cells: table.cells, equations: links.equationsOf(near) });
  const cells = [...new Set(sums.flatMap((sum) => sum.cells))];
  const bounds = propagate({ cells, sums }, (one) => publicBounds(table.cells[one] as Cell));
  return isNarrow(bounds.get(cell), width);
}

/** Cells that follow from what can never be hidden, such as what earlier releases have told. */
export function narrowWhateverIsHidden({ cells, equations }: CountTable, width: number): Set<number> {
  const all = cells.map(({ told: _, ...cell }) => ({ ...cell, hidden: cell.hidden || Number.isFinite(cell.cost) }));
  const narrow = narrowAtOnce({ cells: all, equations }, width);
  return new Set([...narrow].filter((cell) => cells[cell]?.hidden));
}

/** Whether a cell is hidden and nobody may narrow it. */
export function isAsked({ cells }: CountTable, cell: number): boolean {
  const { hidden, sensitive } = cells[cell] as Cell;
  return hidden && sensitive;
}

const isNarrow = (bound: Interval | undefined, width: number): boolean =>
  bound !== undefined && bound.high - bound.low < width;
