import * as Plot from "@observablehq/plot";
import { plotSvg } from "./plot-svg.ts";

/** One bar: a unit's number, or null with the words that stand instead. */
export interface UnitBar {
  unit_code: string;
  name: string;
  value: number | null;
  label: string;
}

export interface UnitsComparedOptions {
  id: string;
  title: string;
  width: number;
}

/** One bar a unit, longest first; a unit without a number has its words and no bar. */
export function unitsCompared(rows: readonly UnitBar[], { id, title, width }: UnitsComparedOptions): string {
  const bars = rows.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
  const high = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return plotSvg(
    {
      width,
      height: bars.length * 52 + 8,
      margin: 0,
      marginRight: width < 500 ? 84 : 120,
      x: { domain: [0, high], axis: null },
      y: { type: "band", domain: bars.map(({ unit_code }) => unit_code), axis: null, padding: 0 },
      marks: barMarks(bars),
    },
    { id, title, desc: bars.map(({ name, label }) => `${name}: ${label}`).join("; ") },
  );
}

function barMarks(bars: readonly UnitBar[]): Plot.Markish[] {
  const text = { y: "unit_code", fontSize: 14, fill: "var(--ink)" } as const;
  return [
    Plot.barX(bars, {
      x: (bar: UnitBar) => bar.value ?? 0,
      y: "unit_code",
      fill: "var(--accent)",
      insetTop: 26,
      insetBottom: 8,
    }),
    Plot.text(bars, { ...text, x: 0, text: "name", textAnchor: "start", dy: -12 }),
    Plot.text(bars, {
      ...text,
      x: (bar: UnitBar) => bar.value ?? 0,
      text: "label",
      textAnchor: "start",
      dx: 8,
      dy: 9,
      fontWeight: 600,
    }),
  ];
}
