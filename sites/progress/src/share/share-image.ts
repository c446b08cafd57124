import type { Language, PublishedUnit } from "@tiendo/schema";
import { unitName, unitOf } from "../data/lookup.ts";
import type { Report } from "../data/report.ts";
import { unitPath, unitsWithPages } from "../data/unit-pages.ts";
import { embeddedFigures } from "../views/embedded.ts";
import { sentenceOf } from "../views/sentence.ts";
import type { Card } from "./share-card.ts";

/** The picture that a link to a page is shown with: one a report, one a province, in each language. */
export interface ShareImage {
  /** Its address below the base path. */
  path: string;
  /** What it says, for those who do not see it. */
  alt: string;
}

/** Pixels, as those who show links ask for. */
export const shareSize = { width: 1200, height: 630 } as const;

/**
 * The picture of a page: a province's own on its page, the report's elsewhere; on the pages of a release too, since pictures
 * of provinces say the newest numbers. `path` is that of the page in either language.
 */
export function shareImageOf(report: Report, lang: Language, path: string): ShareImage {
  const units = report.shown === "now" ? unitsWithImages(report) : [];
  const unit = units.find((one) => unitPath(report, one) === path);
  if (unit !== undefined) return { path: imagePath({ report, lang, unit }), alt: saying(report, unit, lang) };
  const { title, root_unit } = report.package.tiendo.report;
  const root = unitOf(report, root_unit);
  // Elsewhere it says no number, so that a page changes with its own numbers alone.
  const alt = path === `${report.id}/` ? `${title[lang]}. ${saying(report, root, lang)}` : title[lang];
  return { path: imagePath({ report, lang }), alt };
}

/** The units that have a picture of their own. */
export function unitsWithImages(report: Report): PublishedUnit[] {
  return unitsWithPages(report).filter(({ level }) => level === "province");
}

/** Where a picture lies: of a unit or, without it, of the report. */
export function imagePath({ report, lang, unit }: Card): string {
  return `${lang === "en" ? "en/" : ""}${report.id}/chia-se/${unit === undefined ? "bao-cao" : unit.slug}.png`;
}

/** What a picture says of a unit. */
function saying(report: Report, unit: PublishedUnit, lang: Language): string {
  if (report.tables.cleaning_progress.size > 0) return sentenceOf({ report, unit, lang });
  const figures = embeddedFigures({ report, unit, lang }).map(({ label, text }) => `${label}: ${text}`);
  return [unitName(unit, lang), ...figures].join("; ");
}
