import { daysBefore } from "./day-links.ts";
import type { Maker } from "./maker.ts";
import type { Place, PlacedTable } from "./place.ts";
import type { Cell, Equation } from "./table.ts";

/** An earlier release as a table of its own. */
export interface Before {
  as_of: string;
  made: Maker;
}

/**
 * A run's table with those of earlier releases, and what links them: a count of a past day that is still the same is the same
 * count. What an earlier release hid of a past day stays hidden; what it told is no secret any more.
 */
export function withEarlier(now: Maker, before: readonly Before[], asOf: string): PlacedTable {
  const joined = new Joined(now.table());
  for (const { as_of, made } of before.filter((one) => one.as_of < asOf)) {
    const shift = joined.add(made.table());
    for (const [cell, place] of made.table().places.entries()) {
      if (place === null) continue;
      const same = sameDay(now, place, as_of);
      if (same !== undefined) joined.same(same, cell + shift);
    }
  }
  return joined.table;
}

/** The count of a run that is the same as one of an earlier release, if nothing came in since. */
export function sameDay(now: Maker, place: Place, asOf: string): number | undefined {
  const { source, unit, scope, keys, count } = place;
  // A week that was not over has had more doses since.
  const isSettled = source.table !== "dose_weekly" || (keys[0] ?? "") <= daysBefore(asOf, 6);
  return isSettled ? now.at(source.table, unit, scope, ...keys, count) : undefined;
}

class Joined {
  readonly #cells: Cell[];
  readonly #equations: Equation[];
  readonly #places: Array<Place | null>;

  constructor({ cells, equations, places }: PlacedTable) {
    this.#cells = [...cells];
    this.#equations = [...equations];
    this.#places = [...places];
  }

  get table(): PlacedTable {
    return { cells: this.#cells, equations: this.#equations, places: this.#places };
  }

  /** @returns by how much the numbers of the added cells are shifted */
  add({ cells, equations, places }: PlacedTable): number {
    const shift = this.#cells.length;
    for (const cell of cells) this.#cells.push(cell);
    for (const place of places) this.#places.push(place);
    for (const equation of equations)
      this.#equations.push({ ...equation, cells: equation.cells.map((cell) => cell + shift) });
    return shift;
  }

  same(now: number, before: number): void {
    const [one, other] = [this.#cells[now] as Cell, this.#cells[before] as Cell];
    if (one.value !== other.value || one.told !== undefined) return;
    if (other.hidden) one.hidden = true;
    // What is known already cannot be kept any more.
    if (one.hidden && !(other.hidden && other.sensitive)) one.sensitive = false;
    this.#equations.push({ cells: [now, before], signs: [1, -1] });
  }
}
