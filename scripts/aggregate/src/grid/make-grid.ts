import { eachRow } from "./each-row.ts";
import type { GridRow } from "./grid-row.ts";
import type { Grid, GridSource } from "./grid-source.ts";
import { rowLimits } from "./limits.ts";

/** A grid from its batches: rows one by one, and the note on a last row at which Excel cuts. */
export function makeGrid(source: GridSource): Grid {
  const grid: Grid = { ...source, notes: source.notes ?? [], rows: () => eachRow(batches()), batches };
  async function* batches(): AsyncGenerator<GridRow[]> {
    let last = 0;
    for await (const batch of source.batches()) {
      last = batch.at(-1)?.row ?? last;
      yield batch;
    }
    noteRowLimit(grid, last);
  }
  return grid;
}

/** Notes that a sheet or text ends where Excel cuts. @param last its last row or line */
export function noteRowLimit(grid: Grid, last: number): void {
  const noted = grid.notes.some(({ code }) => code === "FILE.ROW_LIMIT");
  if (noted || !rowLimits.includes(last)) return;
  grid.notes.push({ code: "FILE.ROW_LIMIT", found: String(last), expected: "" });
}
