import type { PublishedUnit } from "@tiendo/schema";
import { bareName } from "./bare-name.ts";

/** The units of a report by code, and the units just below each in the order of Vietnamese names. */
export interface UnitTree {
  byCode: ReadonlyMap<string, PublishedUnit>;
  below: ReadonlyMap<string, readonly PublishedUnit[]>;
}

/** Builds the tree once a report, so that no page searches the list of units. */
export function unitTree(units: readonly PublishedUnit[]): UnitTree {
  const collator = new Intl.Collator("vi", { numeric: true });
  const sorted = units.toSorted(
    (a, b) => collator.compare(bareName(a.name_vi), bareName(b.name_vi)) || (a.unit_code < b.unit_code ? -1 : 1),
  );
  const below = Map.groupBy(sorted, ({ parent_code }) => parent_code ?? "");
  return { byCode: new Map(units.map((unit) => [unit.unit_code, unit])), below };
}
