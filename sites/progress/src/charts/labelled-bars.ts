import * as Plot from "@observablehq/plot";
import { type ChartText, plotSvg } from "./plot-svg.ts";

/** One bar: its name and number, or null with the words that stand instead. */
export interface LabelledBar {
  name: string;
  value: number | null;
  label: string;
  /** Whether nobody has reported the number, which looks other than a number that is hidden. */
  missing?: boolean;
  /** A second, hollow bar beneath it: what it is to be seen against. */
  against?: number | null;
  /** A mark on the bar: where it stood before. */
  before?: number | null;
}

export interface LabelledBarsOptions extends ChartText {
  /** Where the longest bar ends; the greatest number by default. */
  high?: number;
  width?: number;
}

const rowHeight = 34;

/**
 * One bar a line in the order given, its name and number written above it. A bar without a number has its words: a hidden one
 * a dashed outline, a missing one a dotted line, zero neither.
 */
export function labelledBars(
  bars: readonly LabelledBar[],
  { high, width = 360, ...text }: LabelledBarsOptions,
): string {
  const rows = bars.map((bar, index) => ({ ...bar, line: index }));
  const top = high ?? Math.max(1, ...bars.flatMap(({ value, against }) => [value ?? 0, against ?? 0]));
  return plotSvg(
    {
      width,
      height: bars.length * rowHeight + 2,
      margin: 0,
      marginLeft: 1,
      marginRight: 2,
      x: { domain: [0, top], axis: null },
      y: { type: "band", domain: rows.map(({ line }) => line), axis: null, padding: 0 },
      marks: [...barMarks(rows, top), ...wordMarks(rows, top)],
    },
    text,
  );
}

type Row = LabelledBar & { line: number };

function barMarks(rows: readonly Row[], top: number): Plot.Markish[] {
  const place = { y: "line", insetTop: 20, insetBottom: 4 } as const;
  const [known, unknown] = [rows.filter(({ value }) => value !== null), rows.filter(({ value }) => value === null)];
  const [missing, hidden] = [unknown.filter((row) => row.missing), unknown.filter((row) => !row.missing)];
  const outline = { ...place, x: () => top, fill: "none", stroke: "var(--ink-soft)" } as const;
  const against = rows.filter((row) => typeof row.against === "number");
  const before = rows.filter((row) => typeof row.before === "number");
  return [
    Plot.barX(against, { ...place, x: "against", fill: "var(--paper-deep)", stroke: "var(--ink-soft)" }),
    Plot.barX(hidden, { ...outline, strokeDasharray: "2 3" }),
    Plot.barX(missing, { ...outline, insetTop: 26.5, insetBottom: 7, strokeDasharray: "1 6" }),
    Plot.barX(known, { ...place, x: "value", fill: "var(--accent)", insetTop: 22, insetBottom: 6 }),
    Plot.tickX(before, { ...place, x: "before", stroke: "var(--gold)", strokeWidth: 3 }),
  ];
}

function wordMarks(rows: readonly Row[], top: number): Plot.Markish[] {
  const words = { y: "line", dy: -7, fontSize: 13, fill: "var(--ink)" } as const;
  return [
    Plot.text(rows, { ...words, x: 0, text: "name", textAnchor: "start" }),
    Plot.text(rows, { ...words, x: top, text: "label", textAnchor: "end", fontWeight: 600 }),
  ];
}
