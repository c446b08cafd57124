import * as Plot from "@observablehq/plot";
import type { Language, PublishedFigure } from "@tiendo/schema";
import { cellWords } from "../format/cell.ts";
import { shortDate } from "../format/date.ts";
import { figureText } from "../format/figure.ts";
import { numberFormat } from "../format/number-format.ts";
import { textsOf } from "../texts/index.ts";
import { plotSvg } from "./plot-svg.ts";
import { numberOf, qualifierOf } from "./point.ts";

export interface OverTimeOptions {
  id: string;
  title: string;
  lang: Language;
  width: number;
}

/** Figures of one unit and one indicator by day, from zero; hollow dots are qualified numbers. Needs two points. */
export function figureOverTime(
  figures: readonly PublishedFigure[],
  { id, title, lang, width }: OverTimeOptions,
): string {
  const points = figures.flatMap((figure) => pointOf(figure, lang));
  const high = Math.max(...points.map(({ value }) => value));
  return plotSvg(
    {
      width,
      height: 280,
      marginTop: 36,
      marginLeft: 52,
      marginRight: width < 500 ? 48 : 64,
      marginBottom: 32,
      x: { type: "utc", label: null },
      y: { domain: [0, high], label: null, nice: true },
      marks: [...axisMarks(points, high, lang), ...pointMarks(points, width)],
    },
    { id, title, desc: figures.map((figure) => sentence(figure, lang)).join(". ") },
  );
}

/** A point of the chart: the day, the number and its label. */
interface Point {
  day: Date;
  value: number;
  exact: boolean;
  label: string;
  tick: string;
}

function pointOf(figure: PublishedFigure, lang: Language): Point[] {
  const value = numberOf(figure);
  if (value === null) return [];
  const qualifier = qualifierOf(figure);
  const { text: label } = cellWords(value, qualifier === "exact" ? "rounded" : qualifier, null, lang);
  const short =
    value >= 1_000_000
      ? cellWords(roundToTenth(value), qualifier === "exact" ? "rounded" : qualifier, null, lang).text
      : label;
  const tick = shortDate(figure.as_of, figure.as_of_precision, lang);
  return [{ day: new Date(`${figure.as_of}T00:00:00Z`), value, exact: qualifier === "exact", label: short, tick }];
}

function roundToTenth(value: number): number {
  return Math.round(value / 100_000) * 100_000;
}

function axisMarks(points: readonly Point[], high: number, lang: Language): Plot.Markish[] {
  const [scale, word] = high >= 2_000_000 ? [1_000_000, ` ${lang === "vi" ? "tr." : "m"}`] : [1, ""];
  const number = numberFormat(lang, 1);
  const tickFormat = (value: number) => (value === 0 ? "0" : `${number.format(value / scale)}${word}`);
  const ticks = new Map(points.map(({ day, tick }) => [day.getTime(), tick]));
  return [
    Plot.gridY({ ticks: 4, stroke: "var(--rule)", strokeOpacity: 1 }),
    Plot.axisY({ ticks: 4, tickFormat, tickSize: 0, fontSize: 13, fill: "var(--ink-soft)", label: null }),
    Plot.axisX(spacedDays(points), {
      tickFormat: (day: Date) => ticks.get(day.getTime()) ?? "",
      fontSize: 13,
      fill: "var(--ink-soft)",
      label: null,
    }),
  ];
}

function pointMarks(points: readonly Point[], width: number): Plot.Markish[] {
  const last = points.length - 1;
  return [
    Plot.line(points, { x: "day", y: "value", stroke: "var(--accent)", strokeWidth: 2.5 }),
    Plot.dot(points, {
      x: "day",
      y: "value",
      r: 6,
      stroke: "var(--accent)",
      strokeWidth: 2.5,
      fill: (point: Point) => (point.exact ? "var(--accent)" : "var(--ground)"),
    }),
    ...points.map((point, index) =>
      Plot.text([point], {
        x: "day",
        y: "value",
        text: "label",
        dy: falls(points, index) ? 24 : -18,
        fontSize: width < 500 ? 13 : 14,
        fontWeight: 600,
        fill: "var(--ink)",
        stroke: "var(--ground)",
        strokeWidth: 5,
        textAnchor: index === 0 ? "start" : index === last ? "end" : "middle",
        dx: index === 0 ? -8 : index === last ? 36 : 0,
      }),
    ),
  ];
}

/** Whether the line comes down into a point, so that its label has room below and none above. */
function falls(points: readonly Point[], index: number): boolean {
  const before = points[index - 1];
  const point = points[index];
  return before !== undefined && point !== undefined && point.value < before.value;
}

/** Days far enough from the one before for their ticks not to touch; the first and the last always stand. */
function spacedDays(points: readonly Point[]): Date[] {
  const times = points.map(({ day }) => day.getTime());
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const apart = (last - first) * 0.24;
  const kept = times.filter((time, index) => index === 0 || (time - first >= apart && last - time >= apart));
  return [...new Set([...kept, last])].map((time) => new Date(time));
}

function sentence(figure: PublishedFigure, lang: Language): string {
  return textsOf(lang).charts.point(shortDate(figure.as_of, figure.as_of_precision, lang), figureText(figure, lang));
}
