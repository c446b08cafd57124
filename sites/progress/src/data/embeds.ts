import type { PublishedUnit } from "@tiendo/schema";
import type { Report } from "./report.ts";
import { unitsWithPages } from "./unit-pages.ts";

/** Address of the page that another site shows in a frame: of the report's root, or of one unit. */
export function embedPath(report: Pick<Report, "id">, unit?: PublishedUnit): string {
  return `${report.id}/embed/${unit === undefined ? "" : `${unit.slug}/`}`;
}

/** Where the lines to copy stand; of one unit or, without it, of all. */
export function embedCodesPath(report: Report, unit?: PublishedUnit): string {
  return `${report.id}/nhung/${unit === undefined ? "" : `#${unit.slug}`}`;
}

/** Whether a unit can be shown in a frame: those above the commune, whose numbers other sites speak of. */
export function hasEmbed({ level }: PublishedUnit): boolean {
  return level !== "commune";
}

/** Units that can be shown in a frame, widest first. */
export function unitsWithEmbeds(report: Report): PublishedUnit[] {
  return unitsWithPages(report).filter(hasEmbed);
}
