import { join } from "node:path";
import { Database } from "../db.ts";

/** Where a check reads and keeps things. */
export interface CheckPlaces {
  reference: string;
  /** Folder under `data/private`, since files of people may be checked. */
  store: string;
  memoryLimit: string;
}

/** The places of `tiendo check` below a data folder. */
export function placesBelow(data: string, memoryLimit: string): CheckPlaces {
  return { reference: join(data, "reference"), store: join(data, "private", "check", "store"), memoryLimit };
}

/** Opens the database of a check; a module of its own, so that DuckDB starts while the code of the check is loaded. */
export async function openForCheck({ store, memoryLimit }: CheckPlaces): Promise<Database> {
  return Database.open({ memoryLimit, spill: join(store, "spill") });
}
