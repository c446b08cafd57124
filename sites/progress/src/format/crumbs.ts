import type { Language } from "@tiendo/schema";
import type { Report } from "../data/report.ts";
import { textsOf } from "../texts/index.ts";
import { shortDate } from "./date.ts";

/** A step of the way from the front page to a page; its address is relative to the language's front page. */
export interface Crumb {
  title: string;
  path: string;
}

/** The way to a report, and on to its release where the page is of one. */
export function crumbsTo(report: Report, lang: Language): Crumb[] {
  const { home, release } = textsOf(lang);
  const own = { title: report.package.tiendo.report.title[lang], path: `${report.id}/` };
  const dated = { title: release.of(shortDate(report.as_of, "day", lang)), path: `${report.root}/` };
  return [{ title: home, path: "" }, own, ...(report.shown === "now" ? [] : [dated])];
}
