import { daysBefore } from "./day-links.ts";
import { tellsOfPastDays } from "./earlier-counts.ts";
import type { Maker } from "./maker.ts";
import type { Place, PlacedTable } from "./place.ts";
import { type Cell, type Equation, isOpen } from "./table.ts";

/** An earlier release as a table of its own. */
export interface Before {
  as_of: string;
  made: Maker;
}

/**
 * A run's table with those of earlier releases, and what links them: a count of a past day that is still the same is the same
 * count, as is how many were cleaned by an earlier release's day; and some counts only grow. What an earlier release hid of a
 * past day stays hidden; what it told is no secret any more.
 *
 * A reader takes for granted that a count grows as long as nothing told says otherwise; whoever knows the hidden counts sees where
 * it does. So all that a reader goes by is gone by here too, except where a count fell and no release tells of any that did: what
 * is then named by an audit as narrow follows from a growth that did not happen, and nobody has proven it. To hide more for it is
 * not possible, since the numbers themselves are no table that agrees with it; and an outsider cannot tell it from growth that
 * did happen, so an audit names it all the same.
 */
export function withEarlier(now: Maker, before: readonly Before[], asOf: string): PlacedTable {
  const joined = new Joined(now.table(), now.isKnown);
  const releases: Release[] = [{ as_of: asOf, made: now, shift: 0 }];
  const fallen = new Set<string>();
  for (const { as_of, made } of before.filter((one) => one.as_of < asOf).toReversed()) {
    const earlier = { as_of, made, shift: joined.add(made.table()) };
    // What fell between two of the releases in between has not only grown from the earliest of them to the last.
    for (const later of releases) for (const kind of fallenKinds(later.made, earlier)) fallen.add(kind);
    linkPast(joined, now, earlier, fallen);
    for (const later of releases) linkCleaned(joined, later, earlier);
    // What grew since the next release has grown since all that follow.
    const next = releases.at(-1);
    if (next !== undefined) linkGrowth(joined, next, earlier);
    releases.push(earlier);
  }
  return joined.table;
}

/** A release whose cells have been added, shifted by so much. */
interface Release extends Before {
  shift: number;
}

function linkPast(joined: Joined, now: Maker, earlier: Release, fallen: ReadonlySet<string>): void {
  const restated = restatedDays(now, earlier);
  for (const [cell, place] of earlier.made.table().places.entries()) {
    const same = place === null ? undefined : sameDay(now, place, earlier.as_of);
    if (place === null || same === undefined || restated.has(dayOf(place))) continue;
    // Doses of a past week that come in late are added to it: a reader does not know whether any did, yet hardly any are taken back.
    const mayGrow = place.source.table === "dose_weekly" && !(now.isKnown && joined.isSame(same, cell + earlier.shift));
    if (!mayGrow) joined.same(same, cell + earlier.shift);
    else if (!fallen.has(kindOf(place))) joined.grows(same, cell + earlier.shift);
  }
}

/**
 * The kinds of count of which a later release tells some that are less than an earlier one told: a reader then knows that such
 * counts fall, and not which of the hidden ones did. Whoever knows the hidden counts sees it of each.
 */
function fallenKinds(later: Maker, { as_of, made }: Before): Set<string> {
  if (later.isKnown) return new Set();
  const [cells, before] = [later.table().cells, made.table().cells];
  const fallen = made.table().places.flatMap((place, cell) => {
    const since = place === null ? undefined : grownFrom(later, place, as_of);
    const [one, other] = [cells[since ?? -1], before[cell]];
    return place !== null && one?.hidden === false && other?.hidden === false && one.value < other.value
      ? [kindOf(place)]
      : [];
  });
  return new Set(fallen);
}

const kindOf = ({ source, count }: Place): string => `${source.table}\0${count}`;

/** The count of a later release that one of an earlier release has grown to, as far as nothing was taken back; most may fall. */
function grownFrom(later: Maker, place: Place, asOf: string): number | undefined {
  const { source, unit, scope, keys, count } = place;
  if (source.table === "dose_weekly") return sameDay(later, place, asOf);
  return source.grows?.includes(count) === true ? later.at(source.table, unit, scope, ...keys, count) : undefined;
}

/**
 * The days of which a later release tells some count otherwise: a reader then knows that something was corrected, and not of which
 * units. Whoever knows the hidden counts sees of each whether it is the same.
 */
function restatedDays(now: Maker, { as_of, made }: Release): Set<string> {
  if (now.isKnown) return new Set();
  const [cells, before] = [now.table().cells, made.table().cells];
  const corrected = made.table().places.flatMap((place, cell) => {
    if (place === null || place.source.table === "dose_weekly") return [];
    const same = sameDay(now, place, as_of);
    const [one, other] = [cells[same ?? -1], before[cell]];
    return one?.hidden === false && other?.hidden === false && one.value !== other.value ? [dayOf(place)] : [];
  });
  return new Set(corrected);
}

const dayOf = ({ source, keys }: Place): string => [source.table, ...keys].join("\0");

/** Who was cleaned by a day on which a release was made is who was cleaned in it, unless something was corrected since. */
function linkCleaned(joined: Joined, later: Release, earlier: Release): void {
  if (restatedDays(later.made, earlier).size > 0) return;
  for (const unit of earlier.made.units.keys()) {
    const byThen = later.made.cleanedBy(unit, earlier.as_of);
    const then = earlier.made.at("cleaning_progress", unit, "all", "cleaned");
    if (byThen !== undefined && then !== undefined) joined.same(byThen + later.shift, then + earlier.shift);
  }
}

function linkGrowth(joined: Joined, later: Release, earlier: Release): void {
  const fallen = fallenKinds(later.made, earlier);
  for (const [cell, place] of earlier.made.table().places.entries()) {
    // Weeks are linked with the run's own: see `linkPast`.
    if (place === null || place.source.grows === undefined || fallen.has(kindOf(place))) continue;
    const since = grownFrom(later.made, place, earlier.as_of);
    if (since !== undefined) joined.grows(since + later.shift, cell + earlier.shift);
  }
}

/** The count of a run that is the same as one of an earlier release, if nothing came in since. */
export function sameDay(now: Maker, place: Place, asOf: string): number | undefined {
  const { source, unit, scope, keys, count } = place;
  if (!tellsOfPastDays(source.table)) return undefined;
  // A week that was not over has had more doses since.
  const isSettled = source.table !== "dose_weekly" || (keys[0] ?? "") <= daysBefore(asOf, 6);
  return isSettled ? now.at(source.table, unit, scope, ...keys, count) : undefined;
}

class Joined {
  readonly #cells: Cell[];
  readonly #equations: Equation[];
  readonly #places: Array<Place | null>;

  /** Whether the hidden counts are known, so that it can be seen what holds between them. */
  readonly #known: boolean;

  constructor({ cells, equations, places }: PlacedTable, known: boolean) {
    this.#known = known;
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
    if (one.told !== undefined || !this.#mayBeSame(one, other)) return;
    if (this.#known) keepKnown(one, other);
    this.#equations.push({ cells: [now, before], signs: [1, -1] });
  }

  isSame(now: number, before: number): boolean {
    return this.#cells[now]?.value === this.#cells[before]?.value;
  }

  /** A reader takes a count of the same day for the same one as long as no two numbers that are told say otherwise. */
  #mayBeSame(one: Cell, other: Cell): boolean {
    return this.#known ? one.value === other.value : one.hidden || other.hidden;
  }

  /** The later count is the earlier one and what was added since; where it is less, nothing follows. */
  grows(later: number, earlier: number): void {
    const [one, other] = [this.#cells[later] as Cell, this.#cells[earlier] as Cell];
    const isUnknown = !this.#known && (one.hidden || other.hidden);
    const rise = isUnknown ? 0 : one.value - other.value;
    if (rise < 0 || ![one, other].some((cell) => isOpen(cell) || Number.isFinite(cell.cost))) return;
    const since = this.#cells.push({ value: rise, hidden: true, sensitive: false, cost: 1 }) - 1;
    this.#places.push(null);
    this.#equations.push({ cells: [later, earlier, since], signs: [1, -1, -1] });
  }
}

/** What was hidden of a past day stays hidden, and what is known already cannot be kept any more. */
function keepKnown(one: Cell, other: Cell): void {
  if (other.hidden) one.hidden = true;
  if (one.hidden && !(other.hidden && other.sensitive)) one.sensitive = false;
}
