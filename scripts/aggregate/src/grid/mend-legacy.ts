import type { GridRow } from "./grid-row.ts";
import type { GridSource } from "./grid-source.ts";
import { type LegacyColumns, legacyColumns, mendedCells } from "./text/legacy-columns.ts";

// An old font shows in the first names.
const SAMPLE_ROWS = 1000;

/** A grid whose letters are Unicode: columns typed in a font of the 1990s are converted, which the file is told. */
export async function mendLegacy(source: GridSource): Promise<GridSource> {
  // A text file whose bytes are of an old encoding was converted as a whole.
  if (source.format === "csv" && source.encoding !== "UTF-8") return source;
  const legacy = legacyColumns(await sampleOf(source));
  if (legacy === null) return source;
  const { encoding } = legacy;
  return {
    ...source,
    encoding,
    notes: [...(source.notes ?? []), { code: "FILE.ENCODING", found: encoding, expected: "Unicode" }],
    batches: () => mended(source.batches(), legacy),
  };
}

async function sampleOf({ batches }: GridSource): Promise<Array<GridRow["cells"]>> {
  const sample: Array<GridRow["cells"]> = [];
  for await (const rows of batches()) {
    for (const { cells } of rows) sample.push(cells);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  return sample;
}

async function* mended(batches: AsyncIterable<GridRow[]>, legacy: LegacyColumns): AsyncGenerator<GridRow[]> {
  for await (const rows of batches) yield rows.map((row) => ({ ...row, cells: mendedCells(row.cells, legacy) }));
}
