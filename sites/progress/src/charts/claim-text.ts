import type { Language, PublishedFigure } from "@tiendo/schema";
import { computedPercent, computedRange, decimal, reportedBand, reportedPercent } from "../format/percent.ts";
import { textsOf } from "../texts/index.ts";

/** The band that a reported percentage stands for, in words: "49,5–50,5%". */
export function bandText(figure: PublishedFigure, lang: Language): string {
  const band = reportedBand(figure);
  if (band === null) return "";
  const decimals = (figure.reported_pct_decimals ?? 0) + 1;
  return `${band.map((end) => decimal(end, decimals, lang)).join("–")}%`;
}

/** Title and description of a comparison, written from the figure. */
export function claimText(figure: PublishedFigure, name: string, lang: Language): { title: string; desc: string } {
  const texts = textsOf(lang).claim;
  const [reported, computed] = [reportedPercent(figure, lang) ?? "", computedPercent(figure, lang) ?? ""];
  const range = computedRange(figure, lang) ?? computed;
  const meeting = figure.verdict === "agrees" ? texts.overlap : texts.apart;
  return {
    title: texts.finding(name, reported, computed),
    desc: `${texts.described(reported, bandText(figure, lang), computed, range)} ${meeting}`,
  };
}
