import type { Edition, PublishedUnit } from "@tiendo/schema";
import { predecessorsOf, successorsOf, type Unit } from "@tiendo/units";
import { type Report, reports } from "./report.ts";
import { hasPage, unitPath } from "./unit-pages.ts";

/** A province as another edition has it, with the address of its page where there is one. */
export interface OtherEdition {
  name: { vi: string; en: string };
  code: string;
  path: string | null;
}

/** What a province of 2022 became in 2025, and with which others; null for other units. */
export interface Successor extends OtherEdition {
  mergedWith: OtherEdition[];
}

/** The province of 2025 that a province of 2022 went to, or null. */
export function successorOf(report: Report, { edition, level, unit_code }: PublishedUnit): Successor | null {
  if (edition !== "2022" || level !== "province") return null;
  const [successor] = successorsOf(unit_code);
  if (successor === undefined) return null;
  const others = predecessorsOf(successor.code).filter(({ code }) => code !== unit_code);
  return { ...seenIn(report, successor), mergedWith: others.map((other) => seenIn(report, other)) };
}

/** The provinces of 2022 that a province of 2025 was made of; none for other units. */
export function madeOf(report: Report, { edition, level, unit_code }: PublishedUnit): OtherEdition[] {
  if (edition !== "2025" || level !== "province") return [];
  return predecessorsOf(unit_code).map((unit) => seenIn(report, unit));
}

function seenIn(report: Report, { edition, code, full_name, name_en }: Unit): OtherEdition {
  return { name: { vi: full_name, en: name_en ?? full_name }, code, path: pathTo(report, edition, code) };
}

/** A unit's page: in the report itself, its earlier releases, then in other reports, made-up numbers apart from real ones. */
function pathTo(report: Report, edition: Edition, code: string): string | null {
  const others = reports().filter(
    ({ id, package: described }) =>
      id !== report.id && described.tiendo.report.synthetic === report.package.tiendo.report.synthetic,
  );
  const own = reports().filter(({ id }) => id === report.id);
  for (const candidate of [...own, ...own.flatMap(({ releases }) => releases), ...others]) {
    const unit = candidate.tree.byCode.get(code);
    if (unit?.edition === edition && hasPage(candidate, unit)) return unitPath(candidate, unit);
  }
  return null;
}
