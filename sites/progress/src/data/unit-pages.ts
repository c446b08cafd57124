import type { PublishedUnit } from "@tiendo/schema";
import type { Report } from "./report.ts";

/** Address of a unit's page, relative to the language's front page. */
export function unitPath(report: Pick<Report, "root">, { slug }: Pick<PublishedUnit, "slug">): string {
  return `${report.root}/don-vi/${slug}/`;
}

/**
 * Whether a unit has a page: it has figures or rows, or it lies under the root of a report that follows people, where
 * having none has to be said too. Of a release the units above the commune have one; its communes stand in their tables.
 */
export function hasPage(report: Report, unit: PublishedUnit): boolean {
  return (report.shown === "now" || unit.level !== "commune") && isTold(report, unit);
}

/** Units that have a page: from the root down, the units of a level by name. */
export function unitsWithPages(report: Report): PublishedUnit[] {
  return report.units.filter((unit) => hasPage(report, unit));
}

/** Units that a release had a page of while it was the newest. */
export function unitsTold(report: Report): PublishedUnit[] {
  return report.units.filter((unit) => isTold(report, unit));
}

/** The units above a unit that have pages, widest first. */
export function unitsAbove(report: Report, unit: PublishedUnit): PublishedUnit[] {
  const parent = unit.parent_code === null ? undefined : report.tree.byCode.get(unit.parent_code);
  if (parent === undefined) return [];
  return hasPage(report, parent) ? [...unitsAbove(report, parent), parent] : unitsAbove(report, parent);
}

/** The other units of the same parent that have pages, by name. */
export function siblings(report: Report, unit: PublishedUnit): PublishedUnit[] {
  if (unit.parent_code === null) return [];
  const all = report.tree.below.get(unit.parent_code) ?? [];
  return all.filter((other) => other.unit_code !== unit.unit_code && hasPage(report, other));
}

function isTold(report: Report, unit: PublishedUnit): boolean {
  if (unit.figures > 0 || hasRows(report, unit.unit_code)) return true;
  return report.tables.cleaning_progress.size > 0 && isWithin(report, unit);
}

function hasRows({ tables }: Report, unit_code: string): boolean {
  return Object.values(tables).some((table) => table.has(unit_code));
}

function isWithin(report: Report, unit: PublishedUnit): boolean {
  const { root_unit } = report.package.tiendo.report;
  for (let at: PublishedUnit | undefined = unit; at !== undefined; at = report.tree.byCode.get(at.parent_code ?? "")) {
    if (at.unit_code === root_unit) return true;
  }
  return false;
}
