import type { Links } from "./links.ts";
import type { CountTable } from "./table.ts";
import { Ways } from "./ways.ts";
import type { Witness } from "./witness.ts";

// Most cells find room among some hundred others, which is looked for a hundred times as fast as among all.
const NEAR = [120, 400, 1500, 9000, Number.POSITIVE_INFINITY];
// So many are asked again for the cells after; more would be slow for those that need few.
const OFTEN = 1500;

/**
 * Finds how cells move when one gets its room: by its neighbours where that is possible, else by ever more. It begins with as
 * many as the cell before needed, and asks the same linear program again as long as cells lie in the middle of it.
 */
export class WayFinder {
  readonly #table: CountTable;
  readonly #links: Links;
  readonly #width: number;
  #ways: Ways | null = null;
  /** The last that needed many: a province is mostly all among them, and cells that need as many come one after another. */
  #wide: Ways | null = null;
  #from = 0;

  constructor(table: CountTable, links: Links, width: number) {
    this.#table = table;
    this.#links = links;
    this.#width = width;
  }

  /** The cheapest ways found that show a cell to be wide, none where there are none. */
  async cheapest(cell: number): Promise<Witness[]> {
    for (const ways of [this.#ways, this.#wide]) {
      const again = ways?.isAmidst(cell) === true ? ways.cheapest(cell, this.#width) : [];
      if (again.length > 0) return again;
    }
    let isWhole = false;
    for (const [at, most] of NEAR.entries()) {
      if (at < this.#from || (isWhole && Number.isFinite(most))) continue;
      const ways = await this.#around(cell, most);
      const found = ways.cheapest(cell, this.#width);
      if (most <= OFTEN && found.length > 0) this.#from = at;
      if (found.length > 0) return found;
      isWhole = ways.isWhole;
    }
    return [];
  }

  async #around(cell: number, most: number): Promise<Ways> {
    if (most <= OFTEN) this.#ways?.dispose();
    else this.#wide?.dispose();
    const ways = await Ways.around(this.#table, this.#links, cell, most);
    if (most <= OFTEN) this.#ways = ways;
    else this.#wide = ways;
    return ways;
  }

  /** Says that a cell has been hidden since. */
  opened(cell: number): void {
    this.#ways?.opened(cell);
    this.#wide?.opened(cell);
  }

  dispose(): void {
    this.#ways?.dispose();
    this.#wide?.dispose();
  }
}
