import { anyTable, type BlockOf } from "./any-table.ts";
import { Contradiction } from "./contradiction.ts";
import { type Interval, propagate } from "./interval.ts";
import { Links } from "./links.ts";
import { inward, Room, signOf } from "./room.ts";
import { Solver } from "./solver.ts";
import { type Cell, type CountTable, type HiddenSum, hiddenSums, type Part, partsOf, publicBounds } from "./table.ts";
import type { Witness } from "./witness.ts";

// Looking at many cells at once shows most of them to be wide; the others are looked at one by one.
const ROUNDS_TOGETHER = 20;

/**
 * What an outsider who has everything published can prove of each hidden cell: bounds by propagation; then tables that agree with
 * what is published are looked for near each cell, which show it to be wide; then a linear program over all that is
 * linked for each cell that may still be too narrow, rounded inward to whole numbers.
 * @param enough an interval that is at least so wide need not be followed further; infinite for all there is to prove
 * @param witnesses tables of which some may agree with what is published: what they show need not be looked for
 * @param blockOf the province that a cell is looked at with where counts are not known; by default all are looked at together
 */
export async function attack(
  table: CountTable,
  enough: number,
  witnesses: readonly Witness[] = [],
  blockOf?: BlockOf,
): Promise<Map<number, Interval>> {
  const proven = new Map<number, Interval>();
  const links = new Links(table);
  const room = new Room(table, links, enough);
  const parts = partsOf(hiddenSums(table)).map((part) => ({ part, bounds: boundsIn(table, part) }));
  for (const { part, bounds } of parts)
    if (part.cells.some((cell) => isAsked(table.cells[cell] as Cell)) && !agrees(table, part, bounds))
      room.start(await anyTable(part, bounds, blockOf));
  room.recall(witnesses);
  for (const { part, bounds } of parts) {
    const asked = part.cells.filter((cell) => isAsked(table.cells[cell] as Cell));
    // What is too narrow already need not be narrowed further, unless all there is to prove is asked for.
    const narrow = asked.filter((cell) => Number.isFinite(enough) && widthOf(bounds.get(cell)) < enough);
    for (const cell of narrow) proven.set(cell, bounds.get(cell) as Interval);
    const open = asked.filter((cell) => !proven.has(cell));
    if (open.length === 0) continue;
    for (const [cell, interval] of await provePart(room, part, bounds, open, enough)) proven.set(cell, interval);
  }
  return proven;
}

/** @throws {Contradiction} where some cell could be no number at all */
function boundsIn({ cells }: CountTable, part: Part): Map<number, Interval> {
  const bounds = propagate(part, (cell) => publicBounds(cells[cell] as Cell));
  if (bounds.values().some(({ low, high }) => low > high)) throw new Contradiction();
  return bounds;
}

/** The sensitive cells that an outsider can narrow below a width. */
export async function narrowedBelow(
  table: CountTable,
  width: number,
  witnesses: readonly Witness[] = [],
  blockOf?: BlockOf,
): Promise<Map<number, Interval>> {
  const proven = await attack(table, width, witnesses, blockOf);
  return new Map([...proven].filter(([, interval]) => widthOf(interval) < width));
}

const isAsked = ({ hidden, sensitive }: Cell): boolean => hidden && sensitive;

const widthOf = (interval: Interval | undefined): number => (interval === undefined ? 0 : interval.high - interval.low);

/** What can be proven of cells of a part: first near each of them, then by all of the part. */
async function provePart(
  room: Room,
  part: Part,
  bounds: ReadonlyMap<number, Interval>,
  asked: readonly number[],
  enough: number,
): Promise<Map<number, Interval>> {
  if (!Number.isFinite(enough)) return narrowPart(part, bounds, asked, enough);
  for (const cell of asked) room.look(cell);
  await room.lookAround(asked);
  for (const cell of asked) if (!room.isWide(cell)) await room.lookAlone(cell);
  const shown = asked.filter((cell) => room.isWide(cell)).map((cell) => [cell, room.seen(cell)] as const);
  const left = asked.filter((cell) => !room.isWide(cell));
  return new Map([...shown, ...(left.length === 0 ? [] : await narrowPart(part, bounds, left, enough))]);
}

/** Whether the values themselves are such a table; of a published folder they are not known. */
function agrees({ cells }: CountTable, part: Part, bounds: ReadonlyMap<number, Interval>): boolean {
  const numberIn = (cell: number) => cells[cell]?.value ?? 0;
  const within = part.cells.every((cell) => {
    const { low, high } = bounds.get(cell) as Interval;
    return numberIn(cell) >= low && numberIn(cell) <= high;
  });
  return within && part.sums.every((sum) => sumOf(sum, numberIn) === sum.total);
}

const sumOf = ({ cells, signs }: HiddenSum, numberIn: (cell: number) => number): number =>
  cells.reduce((sum, cell, at) => sum + (signs[at] ?? 1) * numberIn(cell), 0);

/** What can be proven of cells by all sums of their part. */
async function narrowPart(
  part: Part,
  bounds: ReadonlyMap<number, Interval>,
  asked: readonly number[],
  enough: number,
): Promise<Map<number, Interval>> {
  const solver = await solverOf(part, bounds);
  // The widest values seen of each cell in any table that agrees with what is published.
  const seen = new Map(
    part.cells.map((cell) => [cell, { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }]),
  );
  const column = new Map(part.cells.map((cell, at) => [cell, at]));
  try {
    for (let round = 0; round < ROUNDS_TOGETHER && Number.isFinite(enough); round += 1) {
      const open = asked.filter((cell) => widthOf(seen.get(cell)) < enough);
      if (open.length < ROUNDS_TOGETHER) break;
      look(solver, column, seen, new Map(open.map((cell) => [cell, signOf(cell, round)])));
    }
    for (const cell of asked) {
      for (const sign of [-1, 1] as const) {
        const own = seen.get(cell) as Interval;
        if (own.high - own.low >= enough) break;
        if (look(solver, column, seen, new Map([[cell, sign]]))) continue;
        if (sign === 1) own.low = Number.NEGATIVE_INFINITY;
        else own.high = Number.POSITIVE_INFINITY;
      }
    }
  } finally {
    solver.dispose();
  }
  return new Map(asked.map((cell) => [cell, inward(seen.get(cell) as Interval)]));
}

async function solverOf({ cells, sums }: Part, bounds: ReadonlyMap<number, Interval>): Promise<Solver> {
  const column = new Map(cells.map((cell, at) => [cell, at]));
  return Solver.of({
    low: cells.map((cell) => bounds.get(cell)?.low ?? 0),
    high: cells.map((cell) => bounds.get(cell)?.high ?? Number.POSITIVE_INFINITY),
    rows: sums.map(({ cells: own, signs, total }) => ({
      columns: own.map((cell) => column.get(cell) ?? 0),
      values: signs,
      total,
    })),
  });
}

/**
 * Asks for the most (sign −1) or the least of some cells together, and keeps what every cell is there.
 * @returns false where there is no most, or no least
 */
function look(
  solver: Solver,
  column: ReadonlyMap<number, number>,
  seen: Map<number, Interval>,
  wanted: ReadonlyMap<number, 1 | -1>,
): boolean {
  for (const [cell, sign] of wanted) solver.cost(column.get(cell) ?? 0, sign);
  const found = solver.least();
  for (const cell of wanted.keys()) solver.cost(column.get(cell) ?? 0, 0);
  if (found === null) throw new Contradiction();
  if (found === "unbounded") return false;
  for (const [other, at] of column) {
    const value = found.columns[at] ?? 0;
    const interval = seen.get(other) as Interval;
    if (value < interval.low) interval.low = value;
    if (value > interval.high) interval.high = value;
  }
  return true;
}
