import type { Language, PublishedTableName, PublishedUnit } from "@tiendo/schema";
import type { TipKind } from "../client/tip-place.ts";
import { pageHref } from "../data/address.ts";
import { unitName } from "../data/lookup.ts";
import type { Report } from "../data/report.ts";
import { hasPage, unitPath } from "../data/unit-pages.ts";
import type { Cell } from "../format/cell-of.ts";
import { textsOf } from "../texts/index.ts";

/** What a view is made from: one unit of one report in one language. */
export interface Viewed {
  report: Report;
  unit: PublishedUnit;
  lang: Language;
}

/** One line of a table: what it is about, with its address where it has a page of its own, and its cells. */
export interface NumbersRow {
  title: string;
  href?: string;
  /** The day after the title, which is never broken at its hyphens. */
  day?: string;
  cells: readonly Cell[];
  /** A line that the others add up to. */
  total?: boolean;
}

/** A table of numbers: the first head names the lines, the others the cells. */
export interface NumbersView {
  /** The published table that the numbers stand in. */
  table: PublishedTableName;
  head: readonly string[];
  rows: readonly NumbersRow[];
  /** Lines that are there for whoever looks for them. */
  folded?: { title: string; rows: readonly NumbersRow[] };
}

/** A drawing that says what it finds, with the numbers it is drawn from. */
export interface ChartView extends NumbersView {
  id: string;
  finding: string;
  unit: string;
  note: string;
  svg: string;
  /** How the lines of the table lie in the drawing, where pointing at it shows them. */
  tips?: TipKind;
  /** Where it stands how numbers of the drawing changed since the release before, where some did. */
  changed?: string;
}

/** The texts of unit pages. */
export function wordsOf({ lang }: { lang: Language }) {
  return textsOf(lang).unitPage;
}

/** A unit as the head of a line, linked where it has a page. */
export function unitLine(
  { report, lang }: Omit<Viewed, "unit">,
  unit: PublishedUnit,
): { title: string; href?: string } {
  const title = unitName(unit, lang);
  return hasPage(report, unit) ? { title, href: pageHref(lang, unitPath(report, unit)) } : { title };
}
