import { cellOf, textCell } from "../format/cell-of.ts";
import { shortDate } from "../format/date.ts";
import { inFull } from "../format/number.ts";
import { decimal } from "../format/percent.ts";
import { type NumbersView, type Viewed, wordsOf } from "./view.ts";

/** What each deadline asks of a unit, beside the pace it has; null without rows. */
export function deadlinesView(viewed: Viewed): NumbersView | null {
  const { report, unit, lang } = viewed;
  const asked = report.tables.pace_needed.get(unit.unit_code) ?? [];
  const [pace] = report.tables.pace.get(unit.unit_code) ?? [];
  if (asked.length === 0 || pace === undefined) return null;
  const words = wordsOf(viewed);
  const tenths = (value: number) => decimal(value, 1, lang);
  const documents = new Map(report.package.tiendo.report.deadlines.map(({ date, document }) => [date, document]));
  const rows = asked.map((row) => ({
    title: `${shortDate(row.deadline_on, "day", lang)} (${documents.get(row.deadline_on) ?? ""})`,
    cells: [
      textCell(inFull(row.days_left, lang)),
      cellOf(row.needed_a_day, row.needed_a_day_status, lang, tenths),
      cellOf(pace.pace_7_days, pace.pace_7_days_status, lang, tenths),
    ],
  }));
  return { table: "pace_needed", head: [words.deadline, words.daysLeft, words.needed, words.have], rows };
}
