import type { Language } from "@tiendo/schema";
import { cleaningOf } from "../data/cleaning.ts";
import { unitsWithFigures } from "../data/lookup.ts";
import type { Report } from "../data/report.ts";
import { textsOf } from "../texts/index.ts";
import { inFull } from "./number.ts";

/** What a report holds, in a few words: its figures, or the subjects that it follows. */
export function contents(report: Report, lang: Language): string {
  const { contents: texts } = textsOf(lang);
  const subjects = cleaningOf(report, report.package.tiendo.report.root_unit)?.progress.subjects ?? null;
  const people = subjects === null ? [] : [texts.subjects(inFull(subjects, lang), inFull(unitsCleaning(report), lang))];
  const units = unitsWithFigures(report).length;
  // A report that has neither says so by its figures.
  const some = report.figures.length > 0 || people.length === 0;
  const figures = some ? [texts.figures(inFull(report.figures.length, lang), inFull(units, lang))] : [];
  return [...people, ...figures].join(" · ");
}

function unitsCleaning(report: Report): number {
  return report.tables.cleaning_progress.size;
}
