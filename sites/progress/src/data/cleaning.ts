import type { CleaningProgress, PublishedUnit } from "@tiendo/schema";
import type { Report } from "./report.ts";

/** One unit's progress, and how many more are cleaned than in the release before; null where either is hidden or missing. */
export interface CleaningRow {
  unit: PublishedUnit;
  progress: CleaningProgress;
  change: number | null;
}

/** The progress of a unit with everything below it, or undefined where it has none. */
export function cleaningOf(report: Report, unit_code: string): CleaningRow | undefined {
  const unit = report.units.find((one) => one.unit_code === unit_code);
  const progress = whole(report.cleaning, unit_code);
  if (unit === undefined || progress === undefined) return undefined;
  const before = whole(report.cleaningBefore, unit_code)?.cleaned ?? null;
  const change = progress.cleaned === null || before === null ? null : progress.cleaned - before;
  return { unit, progress, change };
}

/** The progress of the units just below one, in the order of Vietnamese names. */
export function cleaningBelow(report: Report, unit_code: string): CleaningRow[] {
  const order = new Intl.Collator("vi");
  return report.units
    .filter(({ parent_code }) => parent_code === unit_code)
    .flatMap((unit) => cleaningOf(report, unit.unit_code) ?? [])
    .sort((a, b) => order.compare(a.unit.name_vi, b.unit.name_vi));
}

function whole(rows: readonly CleaningProgress[], unit_code: string): CleaningProgress | undefined {
  return rows.find((row) => row.unit_code === unit_code && row.scope === "all");
}
