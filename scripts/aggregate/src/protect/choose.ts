import { Links } from "./links.ts";
import { isAsked, isNarrowNear, narrowAtOnce, narrowWhateverIsHidden } from "./narrow.ts";
import { Room } from "./room.ts";
import type { Cell, CountTable } from "./table.ts";
import { WayFinder } from "./way-finder.ts";
import type { Witness } from "./witness.ts";

/** A hidden cell that stays too narrow whatever else is hidden. */
export class NoRoom extends Error {
  readonly cell: number;

  constructor(cell: number, width: number) {
    super(`a hidden cell cannot be given a width of ${width}: ${cell}`);
    this.cell = cell;
  }
}

/** What was hidden beside what was, and why that is enough. */
export interface Chosen {
  more: Set<number>;
  /** The cells that stay too narrow whatever else is hidden. */
  stuck: Set<number>;
  /** Tables that show all other cells to be wide. */
  witnesses: readonly Witness[];
}

/**
 * Hides cells beside those that are hidden until no sensitive one can be narrowed below a width: of each hidden cell another
 * table is looked for that agrees with what is published; where there is none, the cheapest cells that may move with it are
 * hidden too. A table found once stays one, since hiding more only adds to them.
 * @param witnesses tables found elsewhere, of which some may agree with what is published
 * @param mayStick whether cells may stay too narrow whatever else is hidden; they are asked after no more
 * @throws {NoRoom} where they may not, and even hiding all that may be hidden leaves a cell too narrow
 */
export async function hideMore(
  table: CountTable,
  width: number,
  mayStick = false,
  witnesses: readonly Witness[] = [],
): Promise<Chosen> {
  const hiding = new Hiding(table, width, mayStick);
  hiding.recall(witnesses);
  try {
    return await hiding.run();
  } finally {
    hiding.dispose();
  }
}

class Hiding {
  readonly #table: CountTable;
  readonly #width: number;
  readonly #mayStick: boolean;
  readonly #links: Links;
  readonly #room: Room;
  readonly #finder: WayFinder;
  readonly #more = new Set<number>();
  readonly #stuck = new Set<number>();

  constructor(table: CountTable, width: number, mayStick: boolean) {
    this.#table = table;
    this.#width = width;
    this.#mayStick = mayStick;
    this.#links = new Links(table);
    this.#room = new Room(table, this.#links, width);
    this.#finder = new WayFinder(table, this.#links, width);
  }

  recall(witnesses: readonly Witness[]): void {
    this.#room.recall(witnesses);
  }

  async run(): Promise<Chosen> {
    if (this.#mayStick) for (const cell of narrowWhateverIsHidden(this.#table, this.#width)) this.#giveUp(cell);
    let before = -1;
    while (this.#more.size > before) {
      before = this.#more.size;
      await this.#widenNarrow();
      await this.#widenAll();
    }
    return { more: this.#more, stuck: this.#stuck, witnesses: this.#room.witnesses };
  }

  /** Gives room to what is narrow by propagation alone: no linear program is needed to show it, and its room is that of many others. */
  async #widenNarrow(): Promise<void> {
    for (;;) {
      const narrow = this.#open(narrowAtOnce(this.#table, this.#width));
      if (narrow.length === 0) return;
      for (const [at, cell] of narrow.entries()) {
        // What was hidden for others may be room enough; what is narrow for something far off comes up again.
        if (this.#room.isWide(cell)) continue;
        if (at > 0 && !isNarrowNear(this.#table, this.#links, cell, this.#width)) continue;
        await this.#giveRoom(cell);
      }
    }
  }

  /** Looks at every cell that is asked after, and gives room to those that turn out to have none. */
  async #widenAll(): Promise<void> {
    const asked = this.#open(this.#table.cells.keys());
    for (const cell of asked) this.#room.look(cell);
    const open = asked.filter((cell) => !this.#room.isWide(cell));
    await this.#room.lookAround(open);
    for (const cell of open) {
      if (!this.#room.isWide(cell)) this.#room.look(cell);
      if (!this.#room.isWide(cell)) await this.#giveRoom(cell);
    }
  }

  /** Those of some cells that are asked after and not known to be wide. */
  #open(cells: Iterable<number>): number[] {
    return [...cells].filter((cell) => isAsked(this.#table, cell) && !this.#room.isWide(cell));
  }

  /** Hides what the cheapest way needs in which a cell is wide. */
  async #giveRoom(cell: number): Promise<void> {
    const ways = await this.#finder.cheapest(cell);
    // It may be wide without being able to move a whole width, or all it can fall.
    if (ways.length === 0) await this.#room.lookAlone(cell);
    if (ways.length === 0 && !this.#room.isWide(cell)) this.#giveUp(cell);
    for (const way of ways) {
      this.#room.keep(way);
      for (const moved of way.cells) this.#hide(moved);
    }
  }

  #hide(cell: number): void {
    const one = this.#table.cells[cell] as Cell;
    if (one.hidden) return;
    one.hidden = true;
    this.#more.add(cell);
    this.#room.opened(cell);
    this.#finder.opened(cell);
  }

  #giveUp(cell: number): void {
    if (!this.#mayStick) throw new NoRoom(cell, this.#width);
    (this.#table.cells[cell] as Cell).sensitive = false;
    this.#stuck.add(cell);
  }

  dispose(): void {
    this.#finder.dispose();
  }
}
