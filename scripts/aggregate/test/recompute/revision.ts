import type { Workspace } from "../workspace.ts";
import { plusDays } from "./days.ts";
import type { Places } from "./places.ts";
import type { Recounted, Row } from "./row.ts";

/** A table that speaks of days: what tells its rows, the day, the numbers, and which rows a release had wholly told. */
interface Compared {
  table: string;
  keys: readonly string[];
  day: string;
  numbers: readonly string[];
  isSettled: (row: Row, earlier: string, places: Places) => boolean;
}

const compared: readonly Compared[] = [
  {
    table: "cleaning_daily",
    keys: [],
    day: "day",
    numbers: ["newly_cleaned", "fell_back", "cleaned_to_date"],
    isSettled: ({ day }, earlier) => String(day) <= earlier,
  },
  {
    table: "dose_weekly",
    keys: ["scope", "vaccine", "dose_kind"],
    day: "week",
    numbers: ["doses"],
    isSettled: ({ week }, earlier) => plusDays(String(week), 6) <= earlier,
  },
  {
    table: "stock_left",
    keys: ["scope", "vaccine", "expiry"],
    day: "return_as_of",
    numbers: ["doses"],
    isSettled: ({ scope, unit_code }, _, places) => scope === "at_this_level" || places.isCommune(String(unit_code)),
  },
  {
    table: "return_completeness",
    keys: [],
    day: "return_as_of",
    numbers: ["due", "received", "on_time", "late", "undated", "missing", "completeness_pct", "timeliness_pct"],
    isSettled: ({ due_on }, earlier) => String(due_on) < earlier,
  },
  {
    table: "indicator_progress",
    keys: ["indicator"],
    day: "return_as_of",
    numbers: ["done", "total", "value", "done_pct"],
    isSettled: () => true,
  },
  {
    table: "reconciliation",
    keys: ["claim", "measure", "basis", "indicator"],
    day: "day",
    numbers: ["reported"],
    isSettled: ({ source, measure, basis }) =>
      source === "progress_return" && (measure !== "pct" || basis === "own_numbers"),
  },
];

/** `revision`: numbers of two published folders that are told in both and not the same, and what returns state anew. */
export async function revisions(workspace: Workspace, earlier: string, asOf: string, places: Places): Promise<Row[]> {
  const found = await Promise.all(
    compared.map(async (one) => {
      const before = await workspace.published<Row>(one.table, earlier);
      const after = await workspace.published<Row>(one.table, asOf);
      return changed(
        one,
        before.filter((row) => one.isSettled(row, earlier, places)),
        after,
        earlier,
      );
    }),
  );
  return found.flat();
}

function changed(
  { table, keys, day, numbers }: Compared,
  before: readonly Row[],
  after: readonly Row[],
  earlier: string,
) {
  const nameOf = (row: Row) => [row.unit_code, row[day], ...keys.map((key) => row[key])].join(" ");
  const now = new Map(after.map((row) => [nameOf(row), row]));
  return before.flatMap((row) =>
    numbers.flatMap((column_name) => {
      const [old, fresh] = [row[column_name], now.get(nameOf(row))?.[column_name]];
      if (typeof old !== "number" || typeof fresh !== "number" || old === fresh) return [];
      const item = keys.map((key) => row[key]).join(" · ");
      return [
        {
          table_name: table,
          unit_code: row.unit_code,
          day: row[day],
          item,
          column_name,
          before: old,
          after: fresh,
          earlier_as_of: earlier,
        },
      ];
    }),
  );
}

/** Of restated numbers that the public is told those which a return since the release before states, of what was stated by then. */
export function restatedSince({ exact, told }: Recounted, earlier: string): Row[] {
  return exact.flatMap((row) => {
    const shown = told(row) as Row;
    const isNew = String(row.arrived) > earlier && String(row.first_arrived) <= earlier;
    if (!isNew || shown.value === null) return [];
    const item = [row.kind, row.item, row.received].join(" · ");
    const { unit_code, day, value_before: before, value: after } = row;
    return [
      { table_name: "restatement", unit_code, day, item, column_name: "value", before, after, earlier_as_of: earlier },
    ];
  });
}
