import type { GridRow } from "./grid-row.ts";
import type { GridSource } from "./grid-source.ts";
import { isPlainlyUnicode, type LegacyColumns, legacyColumns, mendedCells } from "./text/legacy-columns.ts";

// An old font shows in the first names.
const SAMPLE_ROWS = 1000;
const FEW_ROWS = 64;

/** A grid whose letters are Unicode: columns typed in a font of the 1990s are converted, which the file is told. */
export async function mendLegacy(source: GridSource): Promise<GridSource> {
  // A text file whose bytes are of an old encoding was converted as a whole.
  if (source.format === "csv" && source.encoding !== "UTF-8") return source;
  const legacy = await legacyOf(source);
  if (legacy === null) return source;
  const { encoding } = legacy;
  return {
    ...source,
    encoding,
    notes: [...(source.notes ?? []), { code: "FILE.ENCODING", found: encoding, expected: "Unicode" }],
    batches: () => mended(source.batches(), legacy),
  };
}

/** What a sample of rows tells; a few that are plainly Unicode are enough. */
async function legacyOf({ batches }: GridSource): Promise<LegacyColumns | null> {
  const sample: Array<GridRow["cells"]> = [];
  for await (const rows of batches()) {
    for (const { cells } of rows) sample.push(cells);
    if (sample.length >= SAMPLE_ROWS) break;
    if (sample.length >= FEW_ROWS && isPlainlyUnicode(sample) && legacyColumns(sample) === null) return null;
  }
  return legacyColumns(sample);
}

async function* mended(batches: AsyncIterable<GridRow[]>, legacy: LegacyColumns): AsyncGenerator<GridRow[]> {
  for await (const rows of batches) yield rows.map((row) => ({ ...row, cells: mendedCells(row.cells, legacy) }));
}
