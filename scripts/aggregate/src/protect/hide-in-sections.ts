import { type Chosen, hideMore, NoRoom } from "./choose.ts";
import { type Cell, type CountTable, sectionsOf } from "./table.ts";
import { moved, type Witness } from "./witness.ts";

/**
 * Hides like `hideMore`, in one after another of the sections of a table that no sum links.
 * @throws {NoRoom} as that does, naming the cell of the table
 */
export async function hideInSections(
  table: CountTable,
  width: number,
  mayStick = false,
  witnesses: readonly Witness[] = [],
): Promise<Chosen> {
  const all = { more: new Set<number>(), stuck: new Set<number>(), witnesses: [] as Witness[] };
  const byCell = Map.groupBy(witnesses, ({ cells }) => cells[0] ?? -1);
  for (const { at, ...section } of sectionsOf(table)) {
    if (!section.cells.some(({ hidden, sensitive }: Cell) => hidden && sensitive)) continue;
    const place = new Map(at.map((cell, index) => [cell, index]));
    const known = at.flatMap((cell) => byCell.get(cell) ?? []);
    const own = known.map((witness) => moved(witness, (cell) => place.get(cell) ?? -1));
    const chosen = await hideMore(section, width, mayStick, own).catch((cause) => {
      throw cause instanceof NoRoom ? new NoRoom(at[cause.cell] ?? -1, width) : cause;
    });
    for (const cell of chosen.more) all.more.add(at[cell] ?? -1);
    for (const cell of chosen.stuck) all.stuck.add(at[cell] ?? -1);
    for (const witness of chosen.witnesses) all.witnesses.push(moved(witness, (cell) => at[cell] ?? -1));
  }
  return all;
}
