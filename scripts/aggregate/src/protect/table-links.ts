import { keysOf, type Maker } from "./maker.ts";
import { publicCounts, sameCounts } from "./public-counts.ts";

/** A cell of a unit by the keys of its row. */
interface Keyed {
  unit: string;
  keys: readonly string[];
  cell: number;
}

/** What links counts of one table with those of another. */
export class TableLinks {
  readonly #made: Maker;

  constructor(made: Maker) {
    this.#made = made;
  }

  /** Who waits for a step is in the state before it; of a class, those who wait and those who are cleaned. */
  linkStates(): void {
    for (const unit of this.#made.units.keys()) {
      for (const scope of ["all", "at_this_level"]) {
        const progress = (count: string) => this.#made.at("cleaning_progress", unit, scope, count);
        const blocks = (reason: string, count: string) => this.#made.at("what_blocks", unit, scope, reason, count);
        for (const { reason, state } of sameCounts) this.#link([progress(state), blocks(reason, "waiting")], false);
        for (const one of ["class_a", "class_b", "class_c"])
          this.#link([progress(one), ...sameCounts.map(({ reason }) => blocks(reason, one))], true);
      }
    }
  }

  /** Who is due is due a kind of dose; doses of the last 28 days are those of whole weeks, and of a part of one. */
  linkDoses(since: string): void {
    const [due, weekly] = ["dose_due", "dose_weekly"].map((table) => this.#wholeOf(table));
    for (const unit of this.#made.units.keys()) {
      this.#link([this.#made.at("stock_and_due", unit, "all", "persons_due"), ...cellsIn(due, unit)], false);
      if (weekly?.has(unit) !== true) continue;
      this.#link([this.#made.at("entry_backlog", unit, "all", "doses_in_records"), ...cellsIn(weekly, unit)], false);
      const recent = weekly.get(unit)?.filter(({ keys }) => (keys[0] ?? "") >= since) ?? [];
      const given = this.#made.at("stock_and_due", unit, "all", "given_28_days");
      this.#link([given, ...recent.map(({ cell }) => cell)], true);
    }
  }

  /** The cells of a table of one count by unit, each unit with everything below it. */
  #wholeOf(table: string): Map<string, Keyed[]> {
    const rows = this.#made.rowsOf(table).filter((row) => row.scope === "all");
    const { counts: [count = ""] = [] } = publicCounts.find((one) => one.table === table) ?? {};
    const keyed = rows.flatMap((row): Keyed[] => {
      const [unit, keys] = [String(row.unit_code), keysOf(row)];
      const cell = this.#made.at(table, unit, "all", ...keys, count);
      return cell === undefined ? [] : [{ unit, keys, cell }];
    });
    return Map.groupBy(keyed, ({ unit }) => unit);
  }

  #link(cells: ReadonlyArray<number | undefined>, open: boolean): void {
    if (!cells.includes(undefined)) this.#made.equate(cells as number[], open);
  }
}

const cellsIn = (keyed: ReadonlyMap<string, readonly Keyed[]> | undefined, unit: string): number[] =>
  (keyed?.get(unit) ?? []).map(({ cell }) => cell);
