import { isOfPeople } from "../read/checked-select.ts";
import type { RunFile } from "../read/run-file.ts";

// What a row about people takes while everybody is told apart at once, with its doses and events; measured on a million people.
const BYTES_PER_ROW = 2000;

/** In how many parts people are cleaned, so that a part fits in so much memory; 1 where all do. */
export function partCount(files: readonly RunFile[], memoryBytes: number): number {
  const tables = files.flatMap((file) => file.tables).filter(({ kind }) => isOfPeople(kind));
  const rows = tables.reduce((sum, { stored }) => sum + stored.counts.records_in, 0);
  return Math.max(1, Math.ceil((rows * BYTES_PER_ROW) / memoryBytes));
}
