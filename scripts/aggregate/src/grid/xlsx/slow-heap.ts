import { setFlagsFromString } from "node:v8";

// Below this size a workbook is read before the heap has grown.
const LARGE_BYTES = 4 * 1024 * 1024;

/**
 * Lets the heap grow by a quarter at a time where a workbook is large, so that one of a million rows is read within 500 MB;
 * a short command would only be slowed down by it.
 */
export function growHeapSlowlyFor(bytes: number): void {
  if (bytes >= LARGE_BYTES) setFlagsFromString("--heap-growing-percent=25");
}
