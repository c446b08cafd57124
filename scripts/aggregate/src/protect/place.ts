import type { PublicCounts } from "./public-counts.ts";
import type { CountTable } from "./table.ts";

/** Where a cell stands in the public tables. */
export interface Place {
  source: PublicCounts;
  unit: string;
  scope: string;
  /** The values of the source's keys. */
  keys: readonly string[];
  count: string;
  /** The day of the earlier release that it was published in, absent for the run's own. */
  release?: string;
}

/** The public counts of a run as one table, and where each cell stands; cells without a place are published nowhere. */
export interface PlacedTable extends CountTable {
  places: ReadonlyArray<Place | null>;
}

/** The counts of a run, and for each unit the region it is protected with: none for a unit above them, or where there are none. */
export interface RegionedTable extends PlacedTable {
  regions: ReadonlyMap<string, string>;
}

/** A unit of the report, and what hiding one of its counts costs. */
export interface Unit {
  unit_code: string;
  parent_code: string | null;
  level: string;
  cost: number;
}
