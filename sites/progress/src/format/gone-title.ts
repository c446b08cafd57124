import type { Language } from "@tiendo/schema";
import { indicatorOf, indicatorTitle, unitName } from "../data/lookup.ts";
import type { Gone } from "../data/releases.ts";
import { reportParts } from "../data/report-parts.ts";

/** What a page was of that the newest release has not. */
export function goneTitle({ of, release }: Gone, lang: Language): string {
  if (of.kind === "indicator") return indicatorTitle(indicatorOf(release, of.indicator), lang);
  if (of.kind === "table") return of.table["tiendo:title"][lang];
  if (of.kind === "part") return reportParts(release, lang).find(({ part }) => part === of.part)?.title ?? of.part;
  return unitName(of.unit, lang);
}
