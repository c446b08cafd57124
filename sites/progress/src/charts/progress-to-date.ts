import * as Plot from "@observablehq/plot";
import type { Language } from "@tiendo/schema";
import { shortDate } from "../format/date.ts";
import { inFull } from "../format/number.ts";
import { textsOf } from "../texts/index.ts";
import { type ChartText, plotSvg } from "./plot-svg.ts";

/** How many were cleaned by the end of a day; null where that is hidden or missing. */
export interface DayPoint {
  day: string;
  cleaned: number | null;
}

export interface ProgressOptions extends ChartText {
  /** All who are to be cleaned: where the line has to arrive. */
  subjects: number;
  /** ISO days, each with a dotted line to it from the last point: the pace it asks for. */
  deadlines: readonly string[];
  lang: Language;
  width?: number;
}

/** People cleaned to date, against all who are to be and the days by which they should. A hidden day breaks the line. */
export function progressToDate(
  points: readonly DayPoint[],
  { subjects, deadlines, lang, width = 360, ...text }: ProgressOptions,
): string {
  const days = points.map(({ day, cleaned }) => ({ day: atMidnight(day), cleaned }));
  const ends = deadlines.map((day) => ({ day: atMidnight(day), label: shortDate(day, "day", lang).slice(0, -5) }));
  const last = days.findLast(({ cleaned }) => cleaned !== null);
  return plotSvg(
    {
      width,
      height: 230,
      marginTop: 26,
      marginLeft: 8,
      marginRight: 12,
      marginBottom: 26,
      x: { type: "utc", domain: span([...days, ...ends]), axis: null },
      y: { domain: [0, Math.max(1, subjects)], axis: null },
      marks: [...frame(days, ends, subjects, lang), ...paces(last, ends, subjects), ...line(days, last, lang)],
    },
    text,
  );
}

interface Day {
  day: Date;
  cleaned: number | null;
}

interface End {
  day: Date;
  label: string;
}

const small = { fontSize: 12, fill: "var(--ink-soft)" } as const;

function frame(days: readonly Day[], ends: readonly End[], subjects: number, lang: Language): Plot.Markish[] {
  const goal = textsOf(lang).unitPage.goal(inFull(subjects, lang));
  const first = days.slice(0, 1).map(({ day }) => ({ day, label: shortDate(iso(day), "day", lang).slice(0, -5) }));
  return [
    Plot.ruleY([0], { stroke: "var(--rule-strong)" }),
    Plot.ruleY([subjects], { stroke: "var(--ink-soft)", strokeDasharray: "4 3" }),
    Plot.text([goal], { ...small, frameAnchor: "top-left", dy: -18, text: (words: string) => words }),
    Plot.ruleX(ends, { x: "day", stroke: "var(--alert)", strokeWidth: 1.5 }),
    Plot.text(ends, {
      ...small,
      x: "day",
      y: 0,
      text: "label",
      dy: 15,
      fill: "var(--alert)",
      textAnchor: "end",
      dx: 8,
    }),
    Plot.text(first, { ...small, x: "day", y: 0, text: "label", dy: 15, textAnchor: "start" }),
  ];
}

/** What each deadline asks for, from the last point to all subjects on that day. */
function paces(last: Day | undefined, ends: readonly End[], subjects: number): Plot.Markish[] {
  if (last === undefined) return [];
  const ahead = ends.filter(({ day }) => day > last.day);
  return [
    Plot.link(ahead, {
      x1: () => last.day,
      y1: () => last.cleaned ?? 0,
      x2: "day",
      y2: () => subjects,
      stroke: "var(--alert)",
      strokeWidth: 1.5,
      strokeDasharray: "1.5 3",
    }),
  ];
}

function line(days: readonly Day[], last: Day | undefined, lang: Language): Plot.Markish[] {
  const end = last === undefined ? [] : [last];
  return [
    Plot.line(days, {
      x: "day",
      y: (point: Day) => point.cleaned ?? Number.NaN,
      stroke: "var(--accent)",
      strokeWidth: 3,
    }),
    Plot.dot(end, { x: "day", y: "cleaned", r: 5, fill: "var(--accent)" }),
    Plot.text(end, {
      x: "day",
      y: "cleaned",
      text: (point: Day) => inFull(point.cleaned ?? 0, lang),
      textAnchor: "end",
      dx: -10,
      dy: -6,
      fontSize: 14,
      fontWeight: 600,
      fill: "var(--ink)",
      stroke: "var(--ground)",
      strokeWidth: 4,
    }),
  ];
}

function span(days: readonly { day: Date }[]): [Date, Date] {
  const times = days.map(({ day }) => day.getTime());
  return [new Date(Math.min(...times)), new Date(Math.max(...times))];
}

function atMidnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function iso(day: Date): string {
  return day.toISOString().slice(0, 10);
}
