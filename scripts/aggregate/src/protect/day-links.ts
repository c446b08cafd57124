import type { Database } from "../db.ts";
import type { Maker } from "./maker.ts";

/** Days back from the report's for which `pace` tells how many were cleaned, and where it does. */
const windows = [
  { days: 7, count: "cleaned_7_days" },
  { days: 28, count: "cleaned_28_days" },
] as const;

/** What links counts of one day with those of another: what was cleaned by a day, on it, and in the days since. */
export class DayLinks {
  readonly #made: Maker;
  readonly #db: Database;
  readonly #asOf: string;
  /** The days of which a row tells, in order, by unit. */
  readonly #days: ReadonlyMap<string, readonly string[]>;

  /** @param asOf the day of the release */
  constructor(made: Maker, db: Database, asOf: string) {
    this.#made = made;
    this.#db = db;
    this.#asOf = asOf;
    const rows = made.rowsOf("cleaning_daily").map((row) => ({ unit: String(row.unit_code), day: dayOf(row) }));
    const byUnit = Map.groupBy(rows, ({ unit }) => unit);
    this.#days = new Map([...byUnit].map(([unit, own]) => [unit, own.map(({ day }) => day).sort()]));
  }

  async link(): Promise<void> {
    for (const unit of this.#days.keys()) this.#linkSeries(unit);
    for (const unit of this.#made.units.keys()) this.#linkRemaining(unit);
    for (const { days, count } of windows) await this.#linkWindow(daysBefore(this.#asOf, days), count);
  }

  /** Of releases that told in `pace` alone how many remain. */
  #linkRemaining(unit: string): void {
    if (this.#progress(unit, "remaining") !== undefined) return;
    const [subjects, cleaned] = [this.#progress(unit, "subjects"), this.#progress(unit, "cleaned")];
    this.#equate([subjects, cleaned, this.#pace(unit, "remaining")]);
  }

  #progress(unit: string, count: string): number | undefined {
    return this.#made.at("cleaning_progress", unit, "all", count);
  }

  #pace(unit: string, count: string): number | undefined {
    return this.#made.at("pace", unit, "all", count);
  }

  #daily(unit: string, day: string, count: string): number | undefined {
    return this.#made.at("cleaning_daily", unit, "all", day, count);
  }

  /** To date is the day before, and what was newly cleaned less what fell back; on the last day it is what is cleaned. */
  #linkSeries(unit: string): void {
    const days = this.#days.get(unit) ?? [];
    for (const [at, day] of days.entries()) {
      const before = days[at - 1];
      const [toDate, newly, fell] = ["cleaned_to_date", "newly_cleaned", "fell_back"].map((count) =>
        this.#daily(unit, day, count),
      );
      const earlier = before === undefined ? [] : [this.#daily(unit, before, "cleaned_to_date")];
      const cells = [toDate, fell, newly, ...earlier];
      if (!cells.includes(undefined)) this.#made.balance(cells as number[], [1, 1, -1, -1]);
    }
    this.#equate([this.#progress(unit, "cleaned"), this.#daily(unit, days.at(-1) ?? "", "cleaned_to_date")]);
  }

  /** What is cleaned is what was by a day, and what was cleaned since. */
  async #linkWindow(day: string, count: string): Promise<void> {
    const byThen = await this.#toDate(day);
    for (const unit of this.#made.units.keys()) {
      const then = byThen.get(unit);
      if (then === undefined) continue;
      this.#equate([this.#progress(unit, "cleaned"), this.#pace(unit, count), ...then]);
      const parts = this.#made.below(unit).flatMap((one) => byThen.get(one) ?? []);
      if (then.length > 0 && parts.length > 0) this.#made.equate([...then, ...parts], this.#made.hasOwn(unit));
    }
  }

  /** What was cleaned by a day, by unit: of a series its last row up to the day, none before the first; else published nowhere. */
  async #toDate(day: string): Promise<Map<string, number[]>> {
    const values = await this.#valuesOn(day);
    const found = new Map<string, number[]>();
    for (const { unit_code: unit, parent_code: parent } of this.#made.units.values()) {
      const days = this.#days.get(unit);
      if (days !== undefined) {
        const last = days.findLast((one) => one <= day);
        const cell = last === undefined ? undefined : this.#daily(unit, last, "cleaned_to_date");
        found.set(unit, cell === undefined ? [] : [cell]);
      } else if (this.#progress(unit, "cleaned") !== undefined) {
        // Nobody below a unit was cleaned before anybody in it was.
        const isNone = parent !== null && this.#days.get(parent)?.some((one) => one <= day) === false;
        found.set(unit, isNone ? [] : [this.#unpublished(unit, day, values.get(unit) ?? 0)]);
      }
    }
    return found;
  }

  #unpublished(unit: string, day: string, value: number): number {
    const cell = this.#made.addCleanedBy(unit, day, value);
    const subjects = this.#progress(unit, "subjects");
    if (subjects !== undefined) this.#made.equate([subjects, cell], true);
    return cell;
  }

  async #valuesOn(day: string): Promise<Map<string, number>> {
    if (!this.#made.isKnown) return new Map();
    const rows = await this.#db.all<{ unit_code: string; cleaned: number }>(`
      select unit_code, cast(arg_max(cleaned_to_date, day) as double) as cleaned
      from cleaning_daily where day <= date '${day}' group by unit_code`);
    return new Map(rows.map(({ unit_code, cleaned }) => [unit_code, cleaned]));
  }

  #equate(cells: ReadonlyArray<number | undefined>): void {
    if (!cells.includes(undefined)) this.#made.equate(cells as number[], false);
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param day such as "2022-04-26" */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

const dayOf = (row: Record<string, unknown>): string => (row.keys as string[])[0] ?? "";
