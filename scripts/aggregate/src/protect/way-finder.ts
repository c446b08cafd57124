import type { Links } from "./links.ts";
import type { CountTable } from "./table.ts";
import { Ways } from "./ways.ts";
import type { Witness } from "./witness.ts";

// Most cells find room among some hundred others, which is looked for a hundred times as fast as among all.
const FEW = [120, 400, 1500];
const MANY = [9000, Number.POSITIVE_INFINITY];

/**
 * Finds how cells move when one gets its room: by its neighbours where that is possible, else by ever more. It begins with as
 * many as a cell before needed, and asks the same linear program again as long as cells lie in the middle of it.
 */
export class WayFinder {
  readonly #table: CountTable;
  readonly #links: Links;
  readonly #width: number;
  #near: Ways | null = null;
  /** The last among many: a province is mostly all among them. */
  #wide: Ways | null = null;
  #from = 0;

  constructor(table: CountTable, links: Links, width: number) {
    this.#table = table;
    this.#links = links;
    this.#width = width;
  }

  /** The cheapest ways found that show a cell to be wide, none where there are none. */
  async cheapest(cell: number): Promise<Witness[]> {
    // What one cell needs, most that come after it need: few are asked in vain, and their way would cost no less.
    const known = this.#again(this.#wide, cell);
    if (known.length > 0) return known;
    const near = await this.#amongFew(cell);
    return near.length > 0 ? near : this.#amongMany(cell);
  }

  async #amongFew(cell: number): Promise<Witness[]> {
    const again = this.#again(this.#near, cell);
    if (again.length > 0) return again;
    for (const [at, most] of FEW.entries()) {
      if (at < this.#from) continue;
      this.#near?.dispose();
      this.#near = await Ways.around(this.#table, this.#links, cell, most);
      const found = this.#near.cheapest(cell, this.#width);
      if (found.length === 0) continue;
      this.#from = at;
      return found;
    }
    return [];
  }

  async #amongMany(cell: number): Promise<Witness[]> {
    for (const most of MANY) {
      this.#wide?.dispose();
      this.#wide = await Ways.around(this.#table, this.#links, cell, most);
      const found = this.#wide.cheapest(cell, this.#width);
      if (found.length > 0) return found;
    }
    return [];
  }

  #again(ways: Ways | null, cell: number): Witness[] {
    return ways?.isAmidst(cell) === true ? ways.cheapest(cell, this.#width) : [];
  }

  /** Says that a cell has been hidden since. */
  opened(cell: number): void {
    this.#near?.opened(cell);
    this.#wide?.opened(cell);
  }

  dispose(): void {
    this.#near?.dispose();
    this.#wide?.dispose();
  }
}
