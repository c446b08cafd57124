import { type DayPoint, progressToDate } from "../charts/progress-to-date.ts";
import { cleaningOf } from "../data/cleaning.ts";
import { revisedColumns } from "../data/revised.ts";
import type { UnitRow } from "../data/unit-tables.ts";
import { asRevised, cellOf } from "../format/cell-of.ts";
import { shortDate } from "../format/date.ts";
import { inFull } from "../format/number.ts";
import { decimal } from "../format/percent.ts";
import { revisionsPath } from "./revisions.ts";
import { type ChartView, type Viewed, wordsOf } from "./view.ts";

/** Progress to date against the deadlines, or null where there are no days or the number of subjects is hidden. */
export function progressView(viewed: Viewed): ChartView | null {
  const { report, unit, lang } = viewed;
  const days = report.tables.cleaning_daily.get(unit.unit_code) ?? [];
  const subjects = cleaningOf(report, unit.unit_code)?.progress.subjects ?? null;
  if (days.length === 0 || subjects === null) return null;
  const words = wordsOf(viewed);
  const finding = findingOf(viewed, subjects);
  const points = progressPoints(viewed);
  const deadlines = report.package.tiendo.report.deadlines.map(({ date }) => date);
  const desc = describe(viewed, points, subjects);
  const revised = revisedColumns(report, unit, "cleaning_daily");
  return {
    id: "tien-do",
    finding,
    unit: words.people,
    note: words.progressNote,
    tips: "line",
    svg: progressToDate(points, { id: "c-tien-do", title: finding, desc, subjects, deadlines, lang }),
    table: "cleaning_daily",
    head: [words.day, words.newly, words.fellBack, words.toDate],
    rows: days.map((row) => dayLine(row, revised.get(row.day) ?? new Set(), viewed)),
    ...(revised.size > 0 ? { changed: revisionsPath(report, unit) } : {}),
  };
}

/** The days of the drawing: those with a change, and the report's own, to which the last number holds. */
export function progressPoints({ report, unit }: Viewed): DayPoint[] {
  const days = report.tables.cleaning_daily.get(unit.unit_code) ?? [];
  const points = days.map(({ day, cleaned_to_date: cleaned }) => ({ day, cleaned }));
  const last = points.at(-1);
  return last === undefined || last.day >= report.as_of ? points : [...points, { ...last, day: report.as_of }];
}

function dayLine(row: UnitRow<"cleaning_daily">, revised: ReadonlySet<string>, { lang }: Viewed) {
  const cells = (["newly_cleaned", "fell_back", "cleaned_to_date"] as const).map((column) => {
    const cell = cellOf(row[column], row[`${column}_status`], lang);
    return revised.has(column) ? asRevised(cell, lang) : cell;
  });
  return { title: shortDate(row.day, "day", lang), cells };
}

function findingOf(viewed: Viewed, subjects: number): string {
  const { report, unit, lang } = viewed;
  const words = wordsOf(viewed);
  const [pace] = report.tables.pace.get(unit.unit_code) ?? [];
  if (pace?.remaining === 0) return words.progressDone(inFull(subjects, lang));
  const asked = report.tables.pace_needed.get(unit.unit_code) ?? [];
  const next = asked.find(({ days_left, needed_a_day }) => days_left > 0 && needed_a_day !== null);
  if (next === undefined) return asked.length > 0 && pace?.remaining ? words.progressOver : words.progressPlain;
  if (pace === undefined || pace.pace_7_days === null || next.needed_a_day === null) return words.progressPlain;
  const say = pace.pace_7_days >= next.needed_a_day ? words.progressInTime : words.progressLate;
  const [have, need] = [pace.pace_7_days, next.needed_a_day].map((number) => decimal(number, 1, lang));
  return say(shortDate(next.deadline_on, "day", lang), have ?? "", need ?? "");
}

function describe(viewed: Viewed, points: readonly DayPoint[], subjects: number): string {
  const { report, unit, lang } = viewed;
  const words = wordsOf(viewed);
  const known = points.filter(({ cleaned }) => cleaned !== null);
  const [first, last] = [known[0], known.at(-1)];
  const say = ({ day, cleaned }: DayPoint) => [shortDate(day, "day", lang), inFull(cleaned ?? 0, lang)] as const;
  const line = first && last ? [words.progressDesc(...say(first), ...say(last), inFull(subjects, lang))] : [];
  const hidden = points.length - known.length;
  const asked = (report.tables.pace_needed.get(unit.unit_code) ?? []).flatMap(({ deadline_on, needed_a_day }) =>
    needed_a_day === null ? [] : words.needDesc(shortDate(deadline_on, "day", lang), decimal(needed_a_day, 1, lang)),
  );
  return [...line, ...asked, ...(hidden > 0 ? [words.hiddenDays(inFull(hidden, lang))] : [])].join(" ");
}
