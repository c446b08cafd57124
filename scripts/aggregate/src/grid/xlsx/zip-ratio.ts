import { FileRefusal } from "../../read/file-refusal.ts";
import type { ZipEntry } from "./zip-directory.ts";

const MEGABYTE = 1024 * 1024;
/** A whole file, or one part of it, that grows this much is no workbook anyone wrote. Sizes in bytes. */
const WHOLE = { ratio: 200, size: 200 * MEGABYTE };
const PART = { ratio: 1000, size: 50 * MEGABYTE };

/** Refuses a zip bomb by the sizes it declares. @throws {FileRefusal} FILE.ZIP_RATIO */
export function refuseZipBomb(entries: Iterable<ZipEntry>): void {
  let size = 0;
  let compressed = 0;
  for (const entry of entries) {
    refuseRatio(entry.size, entry.compressed, PART);
    size += entry.size;
    compressed += entry.compressed;
  }
  refuseRatio(size, compressed, WHOLE);
}

/** Refuses a part that grows past its ratio while it is inflated, whatever it declared. */
export function refuseInflated(entry: ZipEntry, inflated: number): void {
  refuseRatio(inflated, entry.compressed, PART);
  refuseRatio(inflated, entry.compressed, WHOLE);
}

function refuseRatio(size: number, compressed: number, limit: { ratio: number; size: number }): void {
  if (size <= limit.size || size <= limit.ratio * compressed) return;
  const times = Math.round(size / Math.max(1, compressed));
  throw new FileRefusal(
    "FILE.ZIP_RATIO",
    { vi: `nở ra ${times} lần`, en: `it grows ${times} times` },
    { vi: `${limit.ratio} lần`, en: `${limit.ratio} times` },
  );
}
