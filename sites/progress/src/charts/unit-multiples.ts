import * as Plot from "@observablehq/plot";
import { type ChartText, plotSvg } from "./plot-svg.ts";

/** The share cleaned of one unit by day, in percent; null on days that are hidden. */
export interface UnitSeries {
  name: string;
  /** The latest share in words, or why there is none. */
  words: string;
  points: readonly { day: string; share: number | null }[];
}

export interface MultiplesOptions extends ChartText {
  /** How many drawings stand side by side. */
  columns?: number;
  width?: number;
}

interface Panel {
  column: number;
  row: number;
}

/** One small drawing a unit on the same scales, 0 to 100 percent, in the order given. */
export function unitMultiples(
  units: readonly UnitSeries[],
  { columns = 3, width = 360, ...text }: MultiplesOptions,
): string {
  const panels = units.map((unit, index) => ({ ...unit, ...panelOf(index, columns) }));
  const points = panels.flatMap(({ points, column, row }) => points.map((point) => ({ ...timed(point), column, row })));
  const place = { fx: "column", fy: "row" } as const;
  return plotSvg(
    {
      width,
      height: Math.ceil(units.length / columns) * 92,
      margin: 0,
      fx: { type: "band", domain: range(columns), axis: null, paddingInner: 0.08, paddingOuter: 0 },
      fy: { type: "band", domain: range(Math.ceil(units.length / columns)), axis: null, padding: 0 },
      x: { type: "utc", axis: null },
      // The words stand above the line of 100 percent.
      y: { domain: [0, 170], axis: null },
      marks: [
        Plot.line(points, { ...place, x: "day", y: "share", stroke: "var(--accent)", strokeWidth: 2 }),
        Plot.ruleY(panels, { ...place, y: () => 0, stroke: "var(--rule-strong)" }),
        Plot.ruleY(panels, { ...place, y: () => 100, stroke: "var(--rule)", strokeDasharray: "3 3" }),
        Plot.text(panels, { ...place, ...words, text: "name", dy: 12, lineWidth: 9.5, textOverflow: "ellipsis" }),
        Plot.text(panels, { ...place, ...words, text: "words", dy: 27, fontWeight: 600 }),
      ],
    },
    text,
  );
}

const words = { frameAnchor: "top-left", fontSize: 12, fill: "var(--ink)", textAnchor: "start" } as const;

function panelOf(index: number, columns: number): Panel {
  return { column: index % columns, row: Math.floor(index / columns) };
}

function timed({ day, share }: { day: string; share: number | null }) {
  return { day: new Date(`${day}T00:00:00Z`), share: share ?? Number.NaN };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
