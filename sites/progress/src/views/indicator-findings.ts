import type { Language, PublishedFigure } from "@tiendo/schema";
import { numberOf } from "../charts/point.ts";
import { unitName, unitOf } from "../data/lookup.ts";
import type { Report } from "../data/report.ts";
import { longDate, shortDate } from "../format/date.ts";
import { figureText } from "../format/figure.ts";
import { textsOf } from "../texts/index.ts";

/** A report in one language. */
interface ReportViewed {
  report: Report;
  lang: Language;
}

/** What the figures of one unit by day say: the first and the last that have a number. */
export function overTimeFinding(figures: readonly PublishedFigure[], { report, lang }: ReportViewed): string {
  const told = figures.filter((figure) => numberOf(figure) !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return textsOf(lang).indicators.overTime;
  const say = (figure: PublishedFigure) =>
    [figureText(figure, lang), shortDate(figure.as_of, figure.as_of_precision, lang)] as const;
  const name = unitName(unitOf(report, first.unit_code), lang);
  return textsOf(lang).indicators.overTimeFinding(name, ...say(first), ...say(last));
}

/** What the figures of several units on one day say: the most and the fewest, where their numbers differ. */
export function sameDayFinding(figures: readonly PublishedFigure[], { report, lang }: ReportViewed): string {
  const { sameDay, sameDayFinding: finding } = textsOf(lang).indicators;
  const day = longDate(figures[0]?.as_of ?? "", figures[0]?.as_of_precision ?? "day", lang);
  const told = figures.filter((figure) => numberOf(figure) !== null);
  const sorted = told.toSorted((a, b) => (numberOf(b) ?? 0) - (numberOf(a) ?? 0));
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (most === undefined || least === undefined || numberOf(most) === numberOf(least)) return sameDay(day);
  const say = (figure: PublishedFigure) =>
    [unitName(unitOf(report, figure.unit_code), lang), figureText(figure, lang)] as const;
  return finding(...say(most), ...say(least), day);
}
