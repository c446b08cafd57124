import type { PublishedTableName } from "@tiendo/schema";

/** A table of which numbers on past days are compared from release to release. */
export interface ComparedTable {
  table: PublishedTableName;
  /** The column of the day that a row speaks of. */
  day: string;
  columns: readonly string[];
  /** SQL over the earlier row and `earlier_as_of`: whether its numbers were complete, so that a change is a revision. */
  settled: string;
}

/**
 * The tables whose rows speak of a day. Others tell how things stand on the report's own day, which moves on by itself.
 * Of stock the rows of single stores alone: a unit's sum moves with each of its stores.
 */
export const comparedTables: readonly ComparedTable[] = [
  {
    table: "figure",
    day: "as_of",
    columns: ["done", "total", "value", "reported_pct", "computed_pct"],
    settled: "true",
  },
  {
    table: "cleaning_daily",
    day: "day",
    columns: ["newly_cleaned", "fell_back", "cleaned_to_date"],
    settled: "day <= earlier_as_of",
  },
  { table: "dose_weekly", day: "week", columns: ["doses"], settled: "week + 6 <= earlier_as_of" },
  {
    table: "stock_left",
    day: "return_as_of",
    columns: ["doses"],
    settled: "scope = 'at_this_level' or unit_code in (select unit_code from unit where level = 'commune')",
  },
  {
    table: "return_completeness",
    day: "return_as_of",
    columns: ["due", "received", "on_time", "late", "undated", "missing", "completeness_pct", "timeliness_pct"],
    settled: "due_on < earlier_as_of",
  },
  {
    table: "indicator_progress",
    day: "return_as_of",
    columns: ["done", "total", "value", "done_pct"],
    settled: "true",
  },
  {
    // What figures state is compared above; a return's percentage stands here twice where there are rows of people.
    table: "reconciliation",
    day: "day",
    columns: ["reported"],
    settled: "source = 'progress_return' and (measure <> 'pct' or basis = 'own_numbers')",
  },
];
