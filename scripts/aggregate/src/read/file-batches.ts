import { stat } from "node:fs/promises";
import type { RawFile } from "./raw-files.ts";

// Some 200,000 rows: what is judged together stays within memory.
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_FILES = 256;
// Fewer rows than these take less time than to plan what reads them.
const LEAST_BYTES = 256 * 1024;

/**
 * Files in the batches in which they are read, in their order: small Parquet files that follow each other together, any other by
 * itself. Where they are worth it the small ones make two batches at least, so that two readers have work.
 */
export async function fileBatches(files: readonly RawFile[]): Promise<RawFile[][]> {
  const sizes = await Promise.all(files.map(sizeOf));
  const total = sizes.reduce((sum, size, at) => sum + (isParquet(files[at]) ? size : 0), 0);
  const most = Math.min(MOST_BYTES, Math.max(LEAST_BYTES, Math.ceil(total / 2)));
  const batches: RawFile[][] = [];
  let [room, last] = [0, null as RawFile[] | null];
  for (const [at, file] of files.entries()) {
    const size = sizes[at] ?? 0;
    const together = isParquet(file) && size <= MOST_BYTES;
    if (last !== null && together && size <= room && last.length < MOST_FILES) last.push(file);
    else {
      last = together ? [file] : null;
      room = most;
      batches.push(last ?? [file]);
    }
    room -= size;
  }
  return batches;
}

function isParquet(file: RawFile | undefined): boolean {
  return file?.regular === true && file.name.toLowerCase().endsWith(".parquet");
}

async function sizeOf({ path }: RawFile): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found?.size ?? 0;
}
