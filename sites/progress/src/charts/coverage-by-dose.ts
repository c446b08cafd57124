import * as Plot from "@observablehq/plot";
import { type ChartText, plotSvg } from "./plot-svg.ts";

/** The share of an age group that has had a kind of dose, in percent; null where there is none, with the words that say why. */
export interface CoverageCell {
  age: string;
  dose: string;
  share: number | null;
  words: string;
  /** Whether there is a number that is not told. */
  hidden: boolean;
}

export interface CoverageOptions extends ChartText {
  width?: number;
}

/** A table in tones: age groups by kinds of doses, each cell with its number; a hidden one is dashed, others without are bare. */
export function coverageByDose(cells: readonly CoverageCell[], { width = 360, ...text }: CoverageOptions): string {
  const [ages, doses] = [unique(cells.map(({ age }) => age)), unique(cells.map(({ dose }) => dose))];
  const place = { x: "dose", y: "age", inset: 1.5 } as const;
  const [known, hidden] = [cells.filter(({ share }) => share !== null), cells.filter((cell) => cell.hidden)];
  return plotSvg(
    {
      width,
      height: ages.length * 34 + 46,
      margin: 0,
      marginTop: 44,
      marginLeft: 92,
      x: { type: "band", domain: doses, axis: null, padding: 0 },
      y: { type: "band", domain: ages, axis: null, padding: 0 },
      marks: [
        Plot.axisX({ anchor: "top", tickSize: 0, fontSize: 12, fill: "var(--ink-soft)", lineWidth: 4, label: null }),
        Plot.axisY({ tickSize: 0, fontSize: 12, fill: "var(--ink)", label: null, lineWidth: 9 }),
        Plot.cell(known, { ...place, fill: "var(--accent)", fillOpacity: (cell: CoverageCell) => tone(cell.share) }),
        Plot.cell(hidden, { ...place, fill: "none", stroke: "var(--ink-soft)", strokeDasharray: "2 3" }),
        Plot.text(cells, { x: "dose", y: "age", text: "words", fontSize: 13, fill: "var(--ink)" }),
      ],
    },
    text,
  );
}

// Never darker than half, so that the number on it can be read; a share above 100 is as dark as 100. In hundredths: nobody
// sees more, and a page has to be light.
function tone(share: number | null): number {
  return Math.round(4 + 0.46 * Math.min(100, share ?? 0)) / 100;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
