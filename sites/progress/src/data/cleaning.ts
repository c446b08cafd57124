import type { CleaningProgress, PublishedUnit } from "@tiendo/schema";
import type { Report } from "./report.ts";

/** One unit's progress, and how much of it is new since the release before; null where either is hidden or missing. */
export interface CleaningRow {
  unit: PublishedUnit;
  progress: CleaningProgress;
  /** How many more are cleaned. */
  change: number | null;
  /** The share cleaned in the release before. */
  before_pct: number | null;
}

/** The progress of a unit with everything below it, or undefined where it has none. */
export function cleaningOf(report: Report, unit_code: string): CleaningRow | undefined {
  const unit = report.tree.byCode.get(unit_code);
  const [progress] = report.tables.cleaning_progress.get(unit_code) ?? [];
  if (unit === undefined || progress === undefined) return undefined;
  const [before] = report.cleaningBefore.get(unit_code) ?? [];
  const cleaned = before?.cleaned ?? null;
  const change = progress.cleaned === null || cleaned === null ? null : progress.cleaned - cleaned;
  return { unit, progress, change, before_pct: before?.cleaned_pct ?? null };
}

/** The progress of the units just below one, in the order of Vietnamese names. */
export function cleaningBelow(report: Report, unit_code: string): CleaningRow[] {
  return (report.tree.below.get(unit_code) ?? []).flatMap((unit) => cleaningOf(report, unit.unit_code) ?? []);
}

/** Where a unit stands among its siblings by the share cleaned: 1 is first, equal shares share a place. */
export interface Rank {
  place: number;
  /** Siblings that have a share to be ranked by, the unit itself counted. */
  of: number;
}

/** The rank of a unit, or null where its share is hidden or missing or it has no siblings. */
export function rankOf(report: Report, unit: PublishedUnit): Rank | null {
  const own = cleaningOf(report, unit.unit_code)?.progress.cleaned_pct ?? null;
  if (own === null || unit.parent_code === null) return null;
  const shares = (report.tree.below.get(unit.parent_code) ?? []).flatMap(
    ({ unit_code }) => report.tables.cleaning_progress.get(unit_code)?.[0]?.cleaned_pct ?? [],
  );
  return shares.length < 2 ? null : { place: 1 + shares.filter((share) => share > own).length, of: shares.length };
}
