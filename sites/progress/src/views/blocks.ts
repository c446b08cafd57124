import { blockReasons, codesOf } from "@tiendo/schema";
import { cellOf } from "../format/cell-of.ts";
import { type NumbersRow, type NumbersView, type Viewed, wordsOf } from "./view.ts";

/** What those who are not cleaned wait for, in the order of the process, with their sum; null without rows. */
export function blocksView(viewed: Viewed): NumbersView | null {
  const { report, unit, lang } = viewed;
  const rows = report.tables.what_blocks.get(unit.unit_code) ?? [];
  if (rows.length === 0) return null;
  const words = wordsOf(viewed);
  const order = codesOf(blockReasons);
  const lines = rows
    .toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason))
    .map((row): NumbersRow => {
      const classes = (["class_a", "class_b", "class_c"] as const).map((name) =>
        cellOf(row[name], row[`${name}_status`], lang),
      );
      return {
        title: blockReasons[row.reason][lang],
        cells: [cellOf(row.waiting, row.waiting_status, lang), ...classes],
      };
    });
  const { a, b, c } = words.classes;
  return { table: "what_blocks", head: [words.reason, words.waiting, a, b, c], rows: [...lines, ...sumLine(viewed)] };
}

function sumLine(viewed: Viewed): NumbersRow[] {
  const { report, unit, lang } = viewed;
  const [pace] = report.tables.pace.get(unit.unit_code) ?? [];
  if (pace === undefined) return [];
  const blank = { kind: "number", text: "", mark: null, sort: null } as const;
  const cells = [cellOf(pace.remaining, pace.remaining_status, lang), blank, blank, blank];
  return [{ title: wordsOf(viewed).sumRemaining, cells, total: true }];
}
