import type { Language, PublishedFigure, PublishedUnit } from "@tiendo/schema";
import { figurePath, indicatorSlug } from "../data/address.ts";
import { indicatorOf, indicatorsWithFigures, indicatorTitle, unitName, unitOf } from "../data/lookup.ts";
import type { Report } from "../data/report.ts";
import { reportParts } from "../data/report-parts.ts";
import { unitPath, unitsAbove, unitsWithPages } from "../data/unit-pages.ts";
import { shortDate } from "../format/date.ts";
import { textsOf } from "../texts/index.ts";
import type { SearchEntry, SearchIndex } from "./search-index.ts";

/** Everything that can be found in a report: units that have a page, parts, indicators, releases, and figures by their addresses. */
export function searchIndex(report: Report, lang: Language): SearchIndex {
  const words = textsOf(lang).search;
  const below = (path: string) => path.slice(report.id.length + 1);
  const units = unitsWithPages(report);
  const places = new Map(units.map((unit, place) => [unit.unit_code, place]));
  return [
    ...units.map(
      (unit): SearchEntry =>
        withContext(unitName(unit, lang), below(unitPath(report, unit)), placeOfParent(report, unit, places)),
    ),
    ...reportParts(report, lang).map(({ title, part }): SearchEntry => [title, part, words.part]),
    ...indicatorsWithFigures(report).map(
      (indicator): SearchEntry => [
        indicatorTitle(indicator, lang),
        `chi-so/${indicatorSlug(indicator.indicator)}/`,
        words.indicator,
      ],
    ),
    ...report.releases.map(
      (release): SearchEntry => [
        words.release(shortDate(release.as_of, "day", lang)),
        below(`${release.root}/`),
        release.shown === "newest_release" ? textsOf(lang).release.isNewest : words.part,
      ],
    ),
    ...report.figures.map(
      (figure): SearchEntry => [
        figureTitle(report, figure, lang),
        below(figurePath(report.id, figure.indicator, figure.figure_id)),
        words.figure(shortDate(figure.as_of, figure.as_of_precision, lang)),
      ],
    ),
  ];
}

function withContext(title: string, path: string, context: number | undefined): SearchEntry {
  return context === undefined ? [title, path] : [title, path, context];
}

// That a province lies in the country tells nothing.
function placeOfParent(report: Report, unit: PublishedUnit, places: ReadonlyMap<string, number>): number | undefined {
  const parent = unitsAbove(report, unit).at(-1);
  return parent === undefined || parent.level === "country" ? undefined : places.get(parent.unit_code);
}

function figureTitle(report: Report, { indicator, unit_code }: PublishedFigure, lang: Language): string {
  const title = indicatorTitle(indicatorOf(report, indicator), lang);
  return `${unitName(unitOf(report, unit_code), lang)}: ${title}`;
}
