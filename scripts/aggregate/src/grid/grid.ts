// What the rest of the pipeline may know of this folder: bytes in, rows of text cells out.

export { HEAD_ROWS } from "./duckdb/duckdb-grid.ts";
export { excerpt } from "./excerpt.ts";
export { refuseUnreadable } from "./file-head.ts";
export type { BrokenLine, GridRow, RawCell } from "./grid-row.ts";
export type { Grid, GridFormat, GridNote } from "./grid-source.ts";
export { defaultLimits, type Limits, longestCell } from "./limits.ts";
export { noteRowLimit } from "./make-grid.ts";
export { openGrids, openKnownParquet } from "./open-grids.ts";
