import type { Language } from "@tiendo/schema";
import { inFull } from "../format/number.ts";
import { textsOf } from "../texts/index.ts";
import { type LabelledBar, labelledBars } from "./labelled-bars.ts";
import type { ChartText } from "./plot-svg.ts";

/** How many subjects have passed a step, or null where that cannot be told without a hidden number. */
export interface FunnelStep {
  name: string;
  reached: number | null;
}

export interface FunnelOptions extends ChartText {
  lang: Language;
  width?: number;
}

/** How many subjects have come how far in the five steps: all of them first, then one bar a step. */
export function stepFunnel(steps: readonly FunnelStep[], { lang, ...options }: FunnelOptions): string {
  const hidden = textsOf(lang).unitPage.notTold;
  const bars = steps.map(({ name, reached }): LabelledBar => {
    return { name, value: reached, label: reached === null ? hidden : inFull(reached, lang) };
  });
  return labelledBars(bars, options);
}
