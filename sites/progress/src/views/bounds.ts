import type { UnitRow } from "../data/unit-tables.ts";
import { cellOf, textCell } from "../format/cell-of.ts";
import { inFull } from "../format/number.ts";
import { columnTitle } from "../format/revised-item.ts";
import { type NumbersView, type Viewed, wordsOf } from "./view.ts";

// Those at the head of a page; the table has all others.
const shown: ReadonlySet<string> = new Set(["cleaning_progress", "stock_and_due"]);

/** What is known of a unit's totals that cannot be told, since a part is hidden or has not reported; null where all are told. */
export function boundsView(viewed: Viewed): NumbersView | null {
  const rows = boundsOf(viewed).filter(({ table_name }) => shown.has(table_name));
  if (rows.length === 0) return null;
  const words = wordsOf(viewed);
  const { lang } = viewed;
  const count = (parts: number) => ({ ...textCell(inFull(parts, lang)), sort: parts });
  return {
    table: "total_bound",
    head: [words.item, words.least, words.most, words.partsTold, words.partsHidden, words.partsMissing],
    rows: rows.map(({ table_name, column_name, low, high, high_status, told, hidden, not_reported }) => ({
      title: columnTitle(table_name, column_name, lang),
      cells: [count(low), cellOf(high, high_status, lang), count(told), count(hidden), count(not_reported)],
    })),
  };
}

/** What a count of a unit's cleaning is at least; null where nothing is known of it. */
export function leastOf(viewed: Viewed, column: "subjects" | "cleaned"): number | null {
  const found = boundsOf(viewed).find((row) => row.table_name === "cleaning_progress" && row.column_name === column);
  return found?.low ?? null;
}

function boundsOf({ report, unit }: Viewed): readonly UnitRow<"total_bound">[] {
  return report.tables.total_bound.get(unit.unit_code) ?? [];
}
