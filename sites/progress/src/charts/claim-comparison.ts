import * as Plot from "@observablehq/plot";
import type { Language, PublishedFigure } from "@tiendo/schema";
import { computedPercent, decimal, decimalsOf, reportedBand, reportedPercent } from "../format/percent.ts";
import { textsOf } from "../texts/index.ts";
import { claimText } from "./claim-text.ts";
import { plotSvg } from "./plot-svg.ts";

type Side = "reported" | "computed";

/** One side of the comparison: the number stated and the interval it stands for, in percent. */
interface Span {
  side: Side;
  low: number;
  high: number;
  point: number;
  label: string;
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
      height: 236,
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
        ...spans.flatMap((span) => spanMarks(span, spans, lang)),
      ],
    },
    { id, ...claimText(figure, name, lang) },
  );
}

function spansOf(figure: PublishedFigure, lang: Language): [reported: Span, computed: Span] {
  const { reported_pct, computed_pct, computed_pct_low, computed_pct_high } = figure;
  const band = reportedBand(figure);
  if (band === null || reported_pct === null || computed_pct === null)
    throw new Error(`${figure.figure_id} has no two percentages`);
  const [low, high] = band;
  return [
    { side: "reported", low, high, point: reported_pct, label: reportedPercent(figure, lang) ?? "" },
    {
      side: "computed",
      low: computed_pct_low ?? computed_pct,
      high: computed_pct_high ?? computed_pct,
      point: computed_pct,
      label: computedPercent(figure, lang) ?? "",
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

function spanMarks(span: Span, all: readonly Span[], lang: Language): Plot.Markish[] {
  const texts = textsOf(lang).claim;
  const rightmost = span.point >= Math.max(...all.map(({ point }) => point));
  const anchor = { x: rightmost ? "high" : "low", y: "side", textAnchor: rightmost ? "end" : "start" } as const;
  const fill = span.side === "reported" ? "var(--reported)" : "var(--accent)";
  const up = span.side === "reported";
  return [
    Plot.barX([span], {
      x1: "low",
      x2: "high",
      y: "side",
      fill,
      fillOpacity: 0.28,
      insetTop: up ? 40 : 0,
      insetBottom: up ? 0 : 40,
    }),
    Plot.tickX([span], {
      x: "point",
      y: "side",
      stroke: fill,
      strokeWidth: 4,
      insetTop: up ? 40 : 0,
      insetBottom: up ? 0 : 40,
    }),
    Plot.text([span], { ...anchor, text: "label", fontSize: 30, fontWeight: 600, fill, dy: up ? -2 : 24 }),
    Plot.text([span], { ...anchor, text: () => texts[span.side], fontSize: 14, fill: "var(--ink)", dy: up ? -26 : 48 }),
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
      stroke: "var(--paper)",
      strokeWidth: 8,
    }),
  ];
}
