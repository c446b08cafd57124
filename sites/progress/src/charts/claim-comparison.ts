import * as Plot from "@observablehq/plot";
import type { Language, PublishedFigure } from "@tiendo/schema";
import {
  computedPercent,
  computedRange,
  decimal,
  decimalsOf,
  reportedBand,
  reportedPercent,
} from "../format/percent.ts";
import { textsOf } from "../texts/index.ts";
import { bandText, claimText } from "./claim-text.ts";
import { plotSvg } from "./plot-svg.ts";

type Side = "reported" | "computed";

/** One side of the comparison: the number stated and the interval it stands for, in percent. */
interface Span {
  side: Side;
  low: number;
  high: number;
  point: number;
  label: string;
  name: string;
}

export interface ClaimOptions {
  id: string;
  name: string;
  lang: Language;
  width: number;
}

/** The reported percentage and the computed one as intervals on one scale, with the gap between them. */
export function claimComparison(figure: PublishedFigure, { id, name, lang, width }: ClaimOptions): string {
  const spans = spansOf(figure, lang);
  const domain = domainOf(spans);
  const decimals = domain[1] - domain[0] < 2 ? 2 : 0;
  return plotSvg(
    {
      width,
      height: 308,
      margin: 0,
      marginTop: 8,
      marginBottom: 28,
      marginLeft: 8,
      marginRight: 8,
      x: { domain, label: null },
      y: { type: "band", domain: ["reported", "gap", "computed"], axis: null, padding: 0 },
      marks: [
        ...scaleMarks(decimals, lang, width),
        ...gapMarks(spans, figure, lang),
        ...spans.flatMap((span) => spanMarks(span, spans)),
      ],
    },
    { id, ...claimText(figure, name, lang) },
  );
}

/** Letters stand clear of the grid lines. */
const halo = { stroke: "var(--ground)", strokeWidth: 5, paintOrder: "stroke" } as const;

function spansOf(figure: PublishedFigure, lang: Language): [reported: Span, computed: Span] {
  const { reported_pct, computed_pct, computed_pct_low, computed_pct_high } = figure;
  const band = reportedBand(figure);
  if (band === null || reported_pct === null || computed_pct === null)
    throw new Error(`${figure.figure_id} has no two percentages`);
  const [low, high] = band;
  const texts = textsOf(lang).claim;
  const range = computedRange(figure, lang);
  return [
    {
      side: "reported",
      low,
      high,
      point: reported_pct,
      label: reportedPercent(figure, lang) ?? "",
      name: `${texts.reported} (${bandText(figure, lang)})`,
    },
    {
      side: "computed",
      low: computed_pct_low ?? computed_pct,
      high: computed_pct_high ?? computed_pct,
      point: computed_pct,
      label: computedPercent(figure, lang) ?? "",
      name: range === null ? texts.computed : `${texts.computed} (${range})`,
    },
  ];
}

function domainOf(spans: readonly Span[]): [number, number] {
  const low = Math.min(...spans.map((span) => span.low));
  const high = Math.max(...spans.map((span) => span.high));
  const pad = Math.max((high - low) * 0.3, 0.04);
  return [Math.max(0, low - pad), high + pad];
}

function scaleMarks(decimals: number, lang: Language, width: number): Plot.Markish[] {
  const tickFormat = (value: number) => `${decimal(value, decimals, lang)}%`;
  const ticks = width < 500 ? 5 : 9;
  return [
    Plot.gridX({ ticks, stroke: "var(--rule)", strokeOpacity: 1 }),
    Plot.axisX({ ticks, tickFormat, fontSize: 13, tickSize: 0, fill: "var(--ink-soft)", label: null }),
  ];
}

function spanMarks(span: Span, all: readonly Span[]): Plot.Markish[] {
  const up = span.side === "reported";
  const rightmost = span.point >= Math.max(...all.map(({ point }) => point));
  const anchor = { x: rightmost ? "high" : "low", y: "side", textAnchor: rightmost ? "end" : "start" } as const;
  const fill = up ? "var(--reported)" : "var(--accent)";
  const bar = { y: "side", insetTop: up ? 62 : 0, insetBottom: up ? 0 : 62 } as const;
  return [
    Plot.barX([span], { ...bar, x1: "low", x2: "high", fill, fillOpacity: 0.3 }),
    Plot.tickX([span], { ...bar, x: "point", stroke: fill, strokeWidth: 4 }),
    Plot.text([span], { ...anchor, ...halo, text: "label", fontSize: 40, fontWeight: 600, fill, dy: up ? -4 : 6 }),
    Plot.text([span], { ...anchor, ...halo, text: "name", fontSize: 14, fill: "var(--ink)", dy: up ? -34 : 36 }),
  ];
}

function gapMarks(
  [reported, computed]: readonly [Span, Span] | Span[],
  figure: PublishedFigure,
  lang: Language,
): Plot.Markish[] {
  if (reported === undefined || computed === undefined || figure.verdict !== "differs") return [];
  const gap = decimal(Math.abs(computed.point - reported.point), decimalsOf(figure), lang);
  const ends = { x1: reported.point, x2: computed.point, y: "gap" };
  const text = textsOf(lang).claim.gap(gap);
  return [
    Plot.link([ends], { x1: "x1", x2: "x2", y: "y", stroke: "var(--alert)", strokeWidth: 2, strokeDasharray: "2 4" }),
    Plot.text([ends], {
      x: (row: typeof ends) => (row.x1 + row.x2) / 2,
      y: "y",
      text: () => text,
      fontSize: 14,
      fontWeight: 600,
      fill: "var(--alert)",
      stroke: "var(--ground)",
      strokeWidth: 9,
    }),
  ];
}
