import { stat } from "node:fs/promises";
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

// So little is judged no sooner by two cores, which only wait for each other; statements still run side by side.
const FEW_BYTES = 4 * 1024 * 1024;

/** Opens the database of a check; a module of its own, so that DuckDB starts while the code of the check is loaded. */
export async function openForCheck({ store, memoryLimit }: CheckPlaces, paths: readonly string[]): Promise<Database> {
  const sizes = await Promise.all(paths.map(sizeOf));
  const few = sizes.reduce((sum, size) => sum + size, 0) <= FEW_BYTES;
  return Database.open({ memoryLimit, spill: join(store, "spill"), ...(few ? { threads: 1 } : {}) });
}

/** A folder may hold anything. */
async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true ? Number.POSITIVE_INFINITY : (found?.size ?? 0);
}
