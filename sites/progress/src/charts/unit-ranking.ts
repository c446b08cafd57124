import type { Language } from "@tiendo/schema";
import { decimal, percent } from "../format/percent.ts";
import { textsOf } from "../texts/index.ts";
import { type LabelledBar, labelledBars } from "./labelled-bars.ts";
import type { ChartText } from "./plot-svg.ts";

/** A unit's share, in percent, with that of the release before; null where hidden or missing, with the words. */
export interface RankedUnit {
  name: string;
  share: number | null;
  before: number | null;
  words: string;
  /** Whether the share is missing, not hidden. */
  missing?: boolean;
}

export interface RankingOptions extends ChartText {
  lang: Language;
  width?: number;
}

/** Units by their share, highest first, those without one last; a mark shows where each stood a release before. */
export function unitRanking(units: readonly RankedUnit[], { lang, ...options }: RankingOptions): string {
  const bars = ranked(units).map((unit): LabelledBar => {
    const { name, share: value, before, missing = false } = unit;
    return { name, value, before, missing, label: labelOf(unit, lang) };
  });
  return labelledBars(bars, { ...options, high: 100 });
}

/** The order of the ranking: by share, then as given. */
export function ranked<Unit extends { share: number | null }>(units: readonly Unit[]): Unit[] {
  return units.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1));
}

function labelOf({ share, before, words }: RankedUnit, lang: Language): string {
  if (share === null) return words;
  const now = percent(share, 1, lang);
  if (before === null) return now;
  const points = Math.round((share - before) * 10) / 10;
  const sign = points < 0 ? "−" : "+";
  return `${now} (${sign}${decimal(Math.abs(points), 1, lang)} ${textsOf(lang).unitPage.points})`;
}
