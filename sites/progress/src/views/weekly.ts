import { dosesByWeek, type WeekDoses } from "../charts/doses-by-week.ts";
import { revisedColumns } from "../data/revised.ts";
import type { UnitRow } from "../data/unit-tables.ts";
import { asRevised, type Cell, textCell } from "../format/cell-of.ts";
import { shortDate } from "../format/date.ts";
import { inFull } from "../format/number.ts";
import { revisionsPath } from "./revisions.ts";
import { type ChartView, type Viewed, wordsOf } from "./view.ts";

/** Doses given by week; null where fewer than two weeks have doses. */
export function weeklyView(viewed: Viewed): ChartView | null {
  const { report, unit, lang } = viewed;
  const words = wordsOf(viewed);
  const rows = report.tables.dose_weekly.get(unit.unit_code) ?? [];
  const weeks = weeksOf(rows);
  // Where a part has not reported, no week is told: there is nothing to draw.
  if (weeks.length < 2 || rows.every(({ doses }) => doses === null)) return null;
  const most = weeks.toSorted((a, b) => total(b) - total(a))[0] as WeekDoses;
  const finding = words.weeklyFinding(counted(total(most), most, viewed), shortDate(most.week, "day", lang));
  const partial = weeks.some((week) => week.partial);
  const revised = revisedColumns(report, unit, "dose_weekly");
  const cell = (count: number, week: WeekDoses): Cell => {
    const told = { ...textCell(counted(count, week, viewed)), sort: count };
    return revised.has(week.week) ? asRevised(told, lang) : told;
  };
  return {
    id: "theo-tuan",
    finding,
    unit: words.doses,
    note: partial ? `${words.weeklyNote} ${words.weeklyPartial}` : words.weeklyNote,
    tips: "columns",
    svg: dosesByWeek(weeks, { id: "c-theo-tuan", title: finding, desc: describe(weeks, viewed), lang }),
    table: "dose_weekly",
    head: [words.week, words.primaryDoses, words.boosterDoses],
    rows: weeks.map((week) => ({
      title: shortDate(week.week, "day", lang),
      cells: [cell(week.primary, week), cell(week.booster, week)],
    })),
    ...(revised.size > 0 ? { changed: revisionsPath(report, unit) } : {}),
  };
}

/**
 * Doses of each week over all vaccines, from the first to the last with any: a week without rows had none. A week of which a
 * part is hidden counts what is told, and says so.
 */
export function weeksOf(rows: readonly UnitRow<"dose_weekly">[]): WeekDoses[] {
  const sum = (ofWeek: readonly UnitRow<"dose_weekly">[]) => ofWeek.reduce((all, { doses }) => all + (doses ?? 0), 0);
  const byWeek = Map.groupBy(rows, ({ week }) => week);
  return weeksFrom([...byWeek.keys()].sort()).map((week) => {
    const ofWeek = byWeek.get(week) ?? [];
    return {
      week,
      primary: sum(ofWeek.filter(({ dose_kind }) => dose_kind === "primary")),
      booster: sum(ofWeek.filter(({ dose_kind }) => dose_kind !== "primary")),
      partial: ofWeek.some(({ doses }) => doses === null),
    };
  });
}

const WEEK = 7 * 86_400_000;

function weeksFrom(told: readonly string[]): string[] {
  const [first, last] = [told[0], told.at(-1)].map((day) => Date.parse(day ?? ""));
  if (first === undefined || last === undefined || Number.isNaN(first)) return [];
  const count = Math.round((last - first) / WEEK) + 1;
  return Array.from({ length: count }, (_, at) => new Date(first + at * WEEK).toISOString().slice(0, 10));
}

function counted(count: number, { partial }: WeekDoses, { lang }: Viewed): string {
  return partial ? wordsOf({ lang }).atLeast(inFull(count, lang)) : inFull(count, lang);
}

function total({ primary, booster }: WeekDoses): number {
  return primary + booster;
}

function describe(weeks: readonly WeekDoses[], viewed: Viewed): string {
  const say = (week: WeekDoses) => `${shortDate(week.week, "day", viewed.lang)}: ${counted(total(week), week, viewed)}`;
  return weeks.map(say).join("; ");
}
