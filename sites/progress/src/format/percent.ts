import type { Language, PublishedFigure } from "@tiendo/schema";
import { numberFormat } from "./number-format.ts";

/** A percentage with so many decimals: "56,6%". */
export function percent(value: number, decimals: number, lang: Language): string {
  return `${decimal(value, decimals, lang)}%`;
}

/** A number with so many decimals. */
export function decimal(value: number, decimals: number, lang: Language): string {
  return numberFormat(lang, decimals, decimals).format(value);
}

/** Decimals in which a figure's percentages are shown: as many as its source gave, at least one. */
export function decimalsOf(figure: PublishedFigure): number {
  return Math.max(1, figure.reported_pct_decimals ?? 0);
}

/** The percentage as its source wrote it, or null. */
export function reportedPercent(figure: PublishedFigure, lang: Language): string | null {
  if (figure.reported_pct === null) return null;
  return percent(figure.reported_pct, figure.reported_pct_decimals ?? 0, lang);
}

/** The percentage computed from the figure's own numbers, or null. */
export function computedPercent(figure: PublishedFigure, lang: Language): string | null {
  return figure.computed_pct === null ? null : percent(figure.computed_pct, decimalsOf(figure), lang);
}

/** The range that the qualifiers leave open, "55,4–56,7%", or null where it is a single number. */
export function computedRange(figure: PublishedFigure, lang: Language): string | null {
  const { computed_pct_low: low, computed_pct_high: high } = figure;
  if (low === null || high === null) return null;
  const [from, to] = [low, high].map((end) => decimal(end, decimalsOf(figure), lang));
  return from === to ? null : `${from}–${to}%`;
}

/** Ends of the band that a reported percentage stands for: 50 is 49.5 to 50.5, 34.47 is 34.465 to 34.475. */
export function reportedBand(figure: PublishedFigure): [low: number, high: number] | null {
  if (figure.reported_pct === null) return null;
  const half = 0.5 / 10 ** (figure.reported_pct_decimals ?? 0);
  return [figure.reported_pct - half, figure.reported_pct + half];
}
